public import BurinGeometry

// What SwiftUI has around controls and pages, and a picture cannot: named here so that the compiler says
// what to write instead. All of it is unavailable, so nothing of it is ever run.

/// A view that a function draws.
@available(
  *, unavailable, message: "write a Path or a Shape, or a mark of your own (CONTRIBUTING.md)"
)
public struct Canvas: PrimitiveContent {
  /// Creates nothing.
  public init(renderer: (Any, Size) -> Void) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// The first of several views that has room.
@available(
  *, unavailable, message: "write the view that suits the size, or read it from a GeometryReader"
)
public struct ViewThatFits: PrimitiveContent {
  /// Creates nothing.
  public init(
    in axes: Axis.Set = [.horizontal, .vertical], @FigureContentBuilder content: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A label with a value.
@available(*, unavailable, message: "write HStack { Text(label); Spacer(); Text(value) }")
public struct LabeledContent: PrimitiveContent {
  /// Creates nothing.
  public init(_ label: String, value: String) {}
  /// Creates nothing.
  public init(_ label: String, @FigureContentBuilder content: () -> [AnyContent]) {}
  /// Creates nothing.
  public init(
    @FigureContentBuilder content: () -> [AnyContent],
    @FigureContentBuilder label: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// What is shown where there is no content.
@available(
  *, unavailable, message: "write VStack { Text(title).font(.headline); Text(description) }"
)
public struct ContentUnavailableView: PrimitiveContent {
  /// Creates nothing.
  public init(_ title: String, systemImage: String, description: Text? = nil) {}
  /// Creates nothing.
  public init(
    @FigureContentBuilder label: () -> [AnyContent],
    @FigureContentBuilder description: () -> [AnyContent] = { [] },
    @FigureContentBuilder actions: () -> [AnyContent] = { [] }
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A view that changes with time.
@available(*, unavailable, message: "a picture is of one time; write the content for it")
public struct TimelineView: PrimitiveContent {
  /// Creates nothing.
  public init<Schedule>(
    _ schedule: Schedule, @FigureContentBuilder content: (Any) -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// Content that a finger opens.
@available(*, unavailable, message: "a picture shows all of its content; write it out, in stacks")
public struct DisclosureGroup: PrimitiveContent {
  /// Creates nothing.
  public init(_ label: String, @FigureContentBuilder content: () -> [AnyContent]) {}
  /// Creates nothing.
  public init(
    _ label: String, isExpanded: Binding<Bool>, @FigureContentBuilder content: () -> [AnyContent]
  ) {}
  /// Creates nothing.
  public init(
    @FigureContentBuilder content: () -> [AnyContent],
    @FigureContentBuilder label: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A control for a date.
@available(
  *, unavailable,
  message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
)
public struct DatePicker: PrimitiveContent {
  /// Creates nothing.
  public init<Value>(_ title: String, selection: Binding<Value>) {}
  /// Creates nothing.
  public init<Value, Parts>(_ title: String, selection: Binding<Value>, displayedComponents: Parts)
  {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A place elsewhere.
@available(*, unavailable, message: "links are not drawn; write a Text")
public struct Link: PrimitiveContent {
  /// Creates nothing.
  public init<Destination>(_ title: String, destination: Destination) {}
  /// Creates nothing.
  public init<Destination>(
    destination: Destination, @FigureContentBuilder label: () -> [AnyContent]
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A control that shares.
@available(
  *, unavailable,
  message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
)
public struct ShareLink: PrimitiveContent {
  /// Creates nothing.
  public init<Item>(item: Item) {}
  /// Creates nothing.
  public init<Item>(_ title: String, item: Item) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// An image that is loaded.
@available(
  *, unavailable, message: "load the image before, and draw it by Image(_:) from its pixels"
)
public struct AsyncImage: PrimitiveContent {
  /// Creates nothing.
  public init<Address>(url: Address?) {}
  /// Creates nothing.
  public init<Address>(url: Address?, scale: Double) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// Content that code scrolls.
@available(*, unavailable, message: "a picture shows all of its content; write it out, in stacks")
public struct ScrollViewReader: PrimitiveContent {
  /// Creates nothing.
  public init(@FigureContentBuilder content: (Any) -> [AnyContent]) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// How a control looks, by the names of SwiftUI.
public struct ControlStyle: Sendable {
  /// A style of controls.
  public static let automatic = ControlStyle()
  /// A style of controls.
  public static let plain = ControlStyle()
  /// A style of controls.
  public static let inline = ControlStyle()
  /// A style of controls.
  public static let segmented = ControlStyle()
  /// A style of controls.
  public static let wheel = ControlStyle()
  /// A style of controls.
  public static let menu = ControlStyle()
  /// A style of controls.
  public static let palette = ControlStyle()
  /// A style of controls.
  public static let bordered = ControlStyle()
  /// A style of controls.
  public static let borderedProminent = ControlStyle()
  /// A style of controls.
  public static let borderless = ControlStyle()
  /// A style of controls.
  public static let link = ControlStyle()
  /// A style of controls.
  public static let grouped = ControlStyle()
  /// A style of controls.
  public static let insetGrouped = ControlStyle()
  /// A style of controls.
  public static let inset = ControlStyle()
  /// A style of controls.
  public static let sidebar = ControlStyle()
  /// A style of controls.
  public static let page = ControlStyle()
  /// A style of controls.
  public static let circular = ControlStyle()
  /// A style of controls.
  public static let linear = ControlStyle()
  /// A style of controls.
  public static let linearCapacity = ControlStyle()
  /// A style of controls.
  public static let accessoryCircular = ControlStyle()
  /// A style of controls.
  public static let accessoryCircularCapacity = ControlStyle()
  /// A style of controls.
  public static let accessoryLinear = ControlStyle()
  /// A style of controls.
  public static let accessoryLinearCapacity = ControlStyle()
  /// A style of controls.
  public static let titleAndIcon = ControlStyle()
  /// A style of controls.
  public static let titleOnly = ControlStyle()
  /// A style of controls.
  public static let iconOnly = ControlStyle()
  /// A style of controls.
  public static let `switch` = ControlStyle()
  /// A style of controls.
  public static let button = ControlStyle()
  /// A style of controls.
  public static let checkbox = ControlStyle()
  /// A style of controls.
  public static let roundedBorder = ControlStyle()
  /// A style of controls.
  public static let hidden = ControlStyle()
  /// A style of controls.
  public static let never = ControlStyle()
  /// A style of controls.
  public static let visible = ControlStyle()
  /// A style of controls.
  public static let columns = ControlStyle()
  /// A style of controls.
  public static let compact = ControlStyle()
  /// A style of controls.
  public static let graphical = ControlStyle()
  /// A style of controls.
  public static let card = ControlStyle()
}

extension FigureContent {
  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func pickerStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func buttonStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func listStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func tabViewStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func toggleStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func menuStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func datePickerStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func textFieldStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func progressViewStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func gaugeStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func labelStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func formStyle(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func scrollIndicators(_ style: ControlStyle) -> Self { self }

  /// Chooses how controls look.
  @available(
    *, unavailable, message: "nothing in a picture can be operated; leave it out with its control"
  )
  public func controlGroupStyle(_ style: ControlStyle) -> Self { self }

  /// Shows a message.
  @available(*, unavailable, message: "a picture is one page; render the other content by itself")
  public func alert<Title>(
    _ title: Title, isPresented: Binding<Bool>, @FigureContentBuilder actions: () -> [AnyContent]
  ) -> Self { self }

  /// Shows a message.
  @available(*, unavailable, message: "a picture is one page; render the other content by itself")
  public func alert<Title>(
    _ title: Title, isPresented: Binding<Bool>, @FigureContentBuilder actions: () -> [AnyContent],
    @FigureContentBuilder message: () -> [AnyContent]
  ) -> Self { self }

  /// Presents a question with several answers.
  @available(*, unavailable, message: "a picture is one page; render the other content by itself")
  public func confirmationDialog<Title>(
    _ title: Title, isPresented: Binding<Bool>, @FigureContentBuilder actions: () -> [AnyContent]
  ) -> Self { self }

  /// Adds a menu.
  @available(
    *, unavailable,
    message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
  )
  public func contextMenu(@FigureContentBuilder menuItems: () -> [AnyContent]) -> Self { self }

  /// Adds controls beside a row.
  @available(
    *, unavailable,
    message: "nothing in a picture can be operated; leave it out, or show its state as a Text"
  )
  public func swipeActions(@FigureContentBuilder content: () -> [AnyContent]) -> Self { self }

  /// Shows another page.
  @available(*, unavailable, message: "a picture is one page; render the other content by itself")
  public func fullScreenCover(
    isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil,
    @FigureContentBuilder content: () -> [AnyContent]
  ) -> Self { self }

  /// Shows another page.
  @available(*, unavailable, message: "a picture is one page; render the other content by itself")
  public func sheet<Item>(
    item: Binding<Item?>, onDismiss: (() -> Void)? = nil,
    @FigureContentBuilder content: (Item) -> [AnyContent]
  ) -> Self { self }

  /// Shows another page.
  @available(*, unavailable, message: "a picture is one page; render the other content by itself")
  public func navigationDestination<Value>(
    for type: Value.Type, @FigureContentBuilder destination: (Value) -> [AnyContent]
  ) -> Self { self }

  /// Adds content at an edge of the screen.
  @available(*, unavailable, message: "a picture has no safe area; write a stack")
  public func safeAreaInset(edge: Edge, @FigureContentBuilder content: () -> [AnyContent]) -> Self {
    self
  }

  /// Sizes the content relative to its container.
  @available(*, unavailable, message: "write frame(maxWidth: .infinity), or a size in points")
  public func containerRelativeFrame(_ axes: Axis.Set) -> Self { self }

  /// Hands an object to the views below.
  @available(
    *, unavailable,
    message: "views read nothing from around them; hand the object to the view as a property"
  )
  public func environmentObject<Object>(_ object: Object) -> Self { self }

  /// Changes how content looks by its place.
  @available(*, unavailable, message: "style the content itself; a GeometryReader knows its size")
  public func visualEffect<Effect, Proxy>(_ effect: (Effect, Proxy) -> Effect) -> Self { self }

  /// Moves content between places.
  @available(*, unavailable, message: "a picture is of one time; leave it out")
  public func matchedGeometryEffect<ID, Space>(id: ID, in namespace: Space) -> Self { self }
}
