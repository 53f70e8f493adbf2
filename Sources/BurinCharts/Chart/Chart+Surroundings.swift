extension Chart {
  /// Returns the chart whose views of annotations, overlays and backgrounds have the style of the
  /// content around the chart.
  ///
  /// Marks and the labels that a chart makes by itself keep their own style.
  func styled(by environment: LayoutEnvironment) -> Chart {
    let style = Surroundings(environment)
    guard style != Surroundings(LayoutEnvironment()) else { return self }
    var chart = self
    for index in data.layers.indices {
      chart.data.layers[index].annotations = data.layers[index].annotations.mapValues {
        $0.map { annotation in
          var annotation = annotation
          annotation.text = annotation.text.inheriting(style.text)
          if let view = annotation.view {
            annotation.view = AnnotationView { style.apply(to: view.content($0)) }
          }
          return annotation
        }
      }
    }
    return chart.changedLayers { layer in
      var layer = layer
      let content = layer.content
      layer.content = { style.apply(to: content($0)) }
      return layer
    }
  }
}

/// The style of the content around a chart.
private struct Surroundings: Equatable, Sendable {
  var text = TextEnvironment()
  var foreground: AnyShapeStyle?

  init(_ environment: LayoutEnvironment) {
    text.font = environment.text.font
    text.weight = environment.text.weight
    text.color = environment.text.color
    foreground = environment.foreground
  }

  /// Returns content with the style where it has none of its own.
  func apply(to content: [AnyContent]) -> [AnyContent] {
    content.inEnvironment {
      $0.text.font = text.font ?? $0.text.font
      $0.text.weight = text.weight ?? $0.text.weight
      $0.text.color = text.color ?? $0.text.color
      $0.foreground = foreground ?? $0.foreground
    }.contentParts
  }
}
