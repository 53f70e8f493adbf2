public import BurinScene

/// A scene with one fault in it, such as a wrong digit, that its golden must not pass.
public struct SceneMutation: Sendable {
  /// A sort of fault.
  public enum Fault: String, Sendable, Hashable, CaseIterable {
    /// A digit is another.
    case digit
    /// A minus or plus sign is gone.
    case sign
    /// A letter or a Chinese character is another.
    case letter
    /// Two texts have changed places.
    case swap
    /// An item is gone.
    case item
    /// A group with all that is in it is gone: a mark, a grid, an axis, a legend.
    case group
    /// An item lies one pixel of the device further.
    case move
    /// One point of an outline lies one pixel further.
    case point
    /// One channel of a colour is one step off.
    case colour
    /// A line is half a pixel wider.
    case width
    /// A dashed line is solid, or a solid one dashed.
    case dash
    /// A text is 4 % larger.
    case size
    /// An item is painted before its neighbour instead of after it.
    case order
    /// A group is 2 % less opaque.
    case opacity
    /// A group that mixes with what is behind it covers it.
    case blend
    /// A group has lost its clip.
    case clip
    /// A group with a transform lies one pixel of the device further.
    case transform
    /// A group with a transform lies on its side: its axes are exchanged.
    case transposed
    /// A gradient begins or ends one pixel further.
    case gradient
    /// One opacity around several items is one each.
    case parted
    /// The canvas is one pixel wider.
    case canvas
    /// A digit in what is told to readers who do not see the picture is another.
    case alt
    /// Nothing is on the page.
    case blank
  }

  /// The sort of fault.
  public let fault: Fault
  /// Where it is, in words.
  public let node: String
  /// The faulty scene.
  public let scene: Scene
}

extension SceneMutation: CustomStringConvertible {
  /// Such as `digit: x axis, tick 4, "6" → "7"`.
  public var description: String { "\(fault.rawValue): \(node)" }
}
