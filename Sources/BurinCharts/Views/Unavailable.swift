public import BurinScene

// What SwiftUI has and a picture cannot: named here so that the compiler says what to write instead.
// All of it is unavailable, so nothing of it is ever run.

/// Content that a finger moves.
@available(*, unavailable, message: "a picture shows all of its content; write VStack or HStack")
public struct ScrollView: PrimitiveContent {
  /// Creates nothing.
  public init(
    _ axes: Axis.Set = .vertical, showsIndicators: Bool = true,
    @FigureContentBuilder content: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A bar that fills while something runs.
@available(
  *, unavailable,
  message: "nothing in a picture makes progress; draw a BarMark, or a Capsule() in a frame"
)
public struct ProgressView: PrimitiveContent {
  /// Creates nothing.
  public init(value: Double?, total: Double = 1) {}
  /// Creates nothing.
  public init(_ title: String, value: Double?, total: Double = 1) {}
  /// Creates nothing.
  public init() {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// An instrument that shows a value.
@available(
  *, unavailable,
  message: "write a chart: a BarMark, or SectorMarks with an innerRadius for a round one"
)
public struct Gauge: PrimitiveContent {
  /// Creates nothing.
  public init(
    value: Double, in bounds: ClosedRange<Double> = 0...1,
    @FigureContentBuilder label: () -> [AnyContent]
  ) {}
  /// Creates nothing.
  public init(
    value: Double, in bounds: ClosedRange<Double> = 0...1,
    @FigureContentBuilder label: () -> [AnyContent],
    @FigureContentBuilder currentValueLabel: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A row of a grid whose columns are as wide as their cells.
@available(
  *, unavailable, message: "write Grid(columns:), which fills its rows from left to right"
)
public struct GridRow: PrimitiveContent {
  /// Creates nothing.
  public init(
    alignment: VerticalAlignment? = nil, @FigureContentBuilder content: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// Rows that a finger moves.
@available(*, unavailable, message: "a picture shows all of its content; write VStack or HStack")
public struct List: PrimitiveContent {
  /// Creates nothing.
  public init(@FigureContentBuilder content: () -> [AnyContent]) {}
  /// Creates nothing.
  public init<Data: RandomAccessCollection>(
    _ data: Data, @FigureContentBuilder rowContent: (Data.Element) -> [AnyContent]
  ) {}
  /// Creates nothing.
  public init<Data: RandomAccessCollection, ID: Hashable>(
    _ data: Data, id: KeyPath<Data.Element, ID>,
    @FigureContentBuilder rowContent: (Data.Element) -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// Rows of controls.
@available(*, unavailable, message: "a picture shows all of its content; write VStack or HStack")
public struct Form: PrimitiveContent {
  /// Creates nothing.
  public init(@FigureContentBuilder content: () -> [AnyContent]) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A part of a list.
@available(
  *, unavailable, message: "a picture has no lists; write VStack with a Text above the content"
)
public struct Section: PrimitiveContent {
  /// Creates nothing.
  public init(@FigureContentBuilder content: () -> [AnyContent]) {}
  /// Creates nothing.
  public init(_ title: String, @FigureContentBuilder content: () -> [AnyContent]) {}
  /// Creates nothing.
  public init(
    @FigureContentBuilder content: () -> [AnyContent],
    @FigureContentBuilder header: () -> [AnyContent]
  ) {}
  /// Creates nothing.
  public init(
    header: some FigureContent, @FigureContentBuilder content: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// Pages in front of each other.
@available(*, unavailable, message: "a picture is one page; render its content by itself")
public struct NavigationStack: PrimitiveContent {
  /// Creates nothing.
  public init(@FigureContentBuilder content: () -> [AnyContent]) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// Pages in front of each other.
@available(*, unavailable, message: "a picture is one page; render its content by itself")
public struct NavigationView: PrimitiveContent {
  /// Creates nothing.
  public init(@FigureContentBuilder content: () -> [AnyContent]) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// Pages beside each other.
@available(*, unavailable, message: "a picture is one page; render its content by itself")
public struct TabView: PrimitiveContent {
  /// Creates nothing.
  public init(@FigureContentBuilder content: () -> [AnyContent]) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A way to another page.
@available(*, unavailable, message: "a picture is one page; render its content by itself")
public struct NavigationLink: PrimitiveContent {
  /// Creates nothing.
  public init(
    _ title: String, @FigureContentBuilder destination: () -> [AnyContent]
  ) {}
  /// Creates nothing.
  public init(
    @FigureContentBuilder destination: () -> [AnyContent],
    @FigureContentBuilder label: () -> [AnyContent]
  ) {}
  /// Creates nothing.
  public init(
    destination: some FigureContent, @FigureContentBuilder label: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A control that acts.
@available(
  *, unavailable,
  message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
)
public struct Button: PrimitiveContent {
  /// Creates nothing.
  public init(_ title: String, action: () -> Void) {}
  /// Creates nothing.
  public init(
    action: () -> Void, @FigureContentBuilder label: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A control that is on or off.
@available(
  *, unavailable,
  message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
)
public struct Toggle: PrimitiveContent {
  /// Creates nothing.
  public init(_ title: String, isOn: Binding<Bool>) {}
  /// Creates nothing.
  public init(
    isOn: Binding<Bool>, @FigureContentBuilder label: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A control that chooses.
@available(
  *, unavailable,
  message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
)
public struct Picker: PrimitiveContent {
  /// Creates nothing.
  public init<Value: Hashable>(
    _ title: String, selection: Binding<Value>, @FigureContentBuilder content: () -> [AnyContent]
  ) {}
  /// Creates nothing.
  public init<Value: Hashable>(
    selection: Binding<Value>, @FigureContentBuilder content: () -> [AnyContent],
    @FigureContentBuilder label: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A control for a number.
@available(
  *, unavailable,
  message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
)
public struct Slider: PrimitiveContent {
  /// Creates nothing.
  public init<Value: BinaryFloatingPoint>(value: Binding<Value>) {}
  /// Creates nothing.
  public init<Value: BinaryFloatingPoint>(value: Binding<Value>, in bounds: ClosedRange<Value>) {}
  /// Creates nothing.
  public init<Value: BinaryFloatingPoint>(
    value: Binding<Value>, in bounds: ClosedRange<Value>, step: Value
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A control for a number.
@available(
  *, unavailable,
  message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
)
public struct Stepper: PrimitiveContent {
  /// Creates nothing.
  public init<Value: Strideable>(_ title: String, value: Binding<Value>) {}
  /// Creates nothing.
  public init<Value: Strideable>(
    _ title: String, value: Binding<Value>, in bounds: ClosedRange<Value>
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A control for a text.
@available(
  *, unavailable,
  message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
)
public struct TextField: PrimitiveContent {
  /// Creates nothing.
  public init(_ title: String, text: Binding<String>) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A list of choices.
@available(
  *, unavailable,
  message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
)
public struct Menu: PrimitiveContent {
  /// Creates nothing.
  public init(_ title: String, @FigureContentBuilder content: () -> [AnyContent]) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

extension BlendMode {
  /// Paints only where something is.
  @available(
    *, unavailable,
    message: "PDF and SVG have no sourceAtop; cut the content by mask { } or clipShape(_:)"
  )
  public static var sourceAtop: BlendMode { .normal }

  /// Paints behind what is there.
  @available(
    *, unavailable,
    message: "PDF and SVG have no destinationOver; write the content first, or zIndex(_:)"
  )
  public static var destinationOver: BlendMode { .normal }

  /// Erases what is behind the content.
  @available(
    *, unavailable,
    message: "PDF and SVG have no destinationOut; cut the other content by mask { }"
  )
  public static var destinationOut: BlendMode { .normal }

  /// Adds the darkness of both.
  @available(
    *, unavailable,
    message: "PDF has no plusDarker; use .multiply or .colorBurn"
  )
  public static var plusDarker: BlendMode { .normal }

  /// Adds the light of both.
  @available(
    *, unavailable,
    message: "PDF has no plusLighter; use .screen or .colorDodge"
  )
  public static var plusLighter: BlendMode { .normal }
}

extension FigureContent {
  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func containerShape(_ shape: some Shape) -> Self { self }
}

extension ShapeStyle {
  /// Mixes the style with what is behind.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message: "a style has no blend mode; set blendMode(_:) on the mark or the view that it fills"
  )
  public func blendMode(_ mode: BlendMode) -> AnyShapeStyle { anyShapeStyle }
}

/// Content in columns of rows.
@available(
  *, unavailable, message: "write LazyVGrid, or HStack with a VStack for each column"
)
public struct LazyHGrid: PrimitiveContent {
  /// Creates nothing.
  public init(
    rows: [GridItem], alignment: VerticalAlignment = .center, spacing: Double? = nil,
    @FigureContentBuilder content: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A picture repeated as a style.
@available(
  *, unavailable, message: "a scene has no patterns of pictures; use a colour or LinearGradient"
)
public struct ImagePaint: ShapeStyle {
  /// Creates nothing.
  public init(image: Image, scale: Double = 1) {}
  /// No style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(Color.primary) }
}

extension FigureContent {
  /// Sets the styles of several levels.
  @available(
    *, unavailable,
    message: "content has one style; set foregroundStyle(_:) on each of its parts"
  )
  public func foregroundStyle<First: ShapeStyle, Second: ShapeStyle>(
    _ primary: First, _ secondary: Second
  ) -> Self { self }

  /// Turns content out of the page.
  @available(
    *, unavailable,
    message: "a picture is flat; use rotationEffect(_:)"
  )
  public func rotation3DEffect(
    _ angle: Angle, axis: (x: Double, y: Double, z: Double), anchor: UnitPoint = .center,
    anchorZ: Double = 0, perspective: Double = 1
  ) -> Self { self }

  /// Changes colours.
  @available(
    *, unavailable,
    message: "a scene has no filters of colours; choose the colours themselves"
  )
  public func brightness(_ amount: Double) -> Self { self }

  /// Changes colours.
  @available(
    *, unavailable,
    message: "a scene has no filters of colours; choose the colours themselves"
  )
  public func contrast(_ amount: Double) -> Self { self }

  /// Changes colours.
  @available(
    *, unavailable,
    message: "a scene has no filters of colours; choose the colours themselves"
  )
  public func saturation(_ amount: Double) -> Self { self }

  /// Changes colours.
  @available(
    *, unavailable,
    message: "a scene has no filters of colours; choose the colours themselves"
  )
  public func grayscale(_ amount: Double) -> Self { self }

  /// Changes colours.
  @available(
    *, unavailable,
    message: "a scene has no filters of colours; choose the colours themselves"
  )
  public func hueRotation(_ angle: Angle) -> Self { self }

  /// Changes colours.
  @available(
    *, unavailable,
    message: "a scene has no filters of colours; choose the colours themselves"
  )
  public func colorMultiply(_ color: Color) -> Self { self }

  /// Changes colours.
  @available(
    *, unavailable,
    message: "a scene has no filters of colours; choose the colours themselves"
  )
  public func colorInvert() -> Self { self }

  /// Chooses light or dark.
  @available(
    *, unavailable,
    message: "a picture's colours are those of its theme; set RenderOptions(theme:)"
  )
  public func preferredColorScheme(_ scheme: ColorScheme?) -> Self { self }

  /// Chooses light or dark.
  @available(
    *, unavailable,
    message: "a picture's colours are those of its theme; set RenderOptions(theme:)"
  )
  public func colorScheme(_ scheme: ColorScheme) -> Self { self }

  /// Adds controls to a bar.
  @available(
    *, unavailable,
    message: "a picture has no bars; leave it out"
  )
  public func toolbar(@FigureContentBuilder content: () -> [AnyContent]) -> Self { self }

  /// Shows another page.
  @available(
    *, unavailable,
    message: "a picture is one page; render the other content by itself"
  )
  public func sheet(
    isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil,
    @FigureContentBuilder content: () -> [AnyContent]
  ) -> Self { self }

  /// Shows content beside a place.
  @available(
    *, unavailable,
    message: "a picture shows all of its content; use annotation or overlay"
  )
  public func popover(
    isPresented: Binding<Bool>, @FigureContentBuilder content: () -> [AnyContent]
  ) -> Self { self }

  /// Refreshes the view when it is pulled down.
  @available(
    *, unavailable,
    message: "nothing in a picture can be operated; prepare the data before"
  )
  public func refreshable(action: () async -> Void) -> Self { self }

  /// Sets what views below read.
  @available(
    *, unavailable,
    message:
      "views read nothing from around them; hand the value to the view as a property, and choose dark colors by RenderOptions(theme: .dark)"
  )
  public func environment<Value>(
    _ keyPath: KeyPath<EnvironmentValues, Value>, _ value: Value
  ) -> Self { self }

  /// Adds a search field.
  @available(
    *, unavailable,
    message: "nothing in a picture can be operated; filter the data before"
  )
  public func searchable(text: Binding<String>) -> Self { self }
}

/// An object from the views around.
@available(
  *, unavailable,
  message: "views read nothing from around them; hand the object to the view as a property"
)
@propertyWrapper
public struct EnvironmentObject<Object: ObservableObject> {
  /// The object.
  public var wrappedValue: Object { fatalError("unavailable") }
  /// Creates nothing.
  public init() {}
}

@available(
  *, deprecated, message: "has one value in a picture: light, at the standard size, in Greenwich"
)
extension Environment where Value: AnyObject {
  /// Creates nothing: an object from the views around.
  @available(
    *, unavailable,
    message: "views read nothing from around them; hand the object to the view as a property"
  )
  public init(_ type: Value.Type) { fatalError("unavailable") }
}
