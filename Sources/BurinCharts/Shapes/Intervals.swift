/// Intervals along a line that keep out of each other's way.
enum Intervals {
  /// Moves intervals as little as needed so that they do not overlap, in their order.
  ///
  /// - Parameters:
  ///   - intervals: wished starts, ascending, and lengths.
  ///   - gap: the least distance between neighbours.
  ///   - range: where they must lie, if there is room.
  /// - Returns: the starts.
  static func spread(
    _ intervals: [(start: Double, length: Double)], gap: Double, within range: ClosedRange<Double>
  ) -> [Double] {
    // Clusters of touching intervals, each about the mean of what its members wish.
    struct Cluster {
      var members: [Int]
      var length: Double
      var start: Double
    }
    var clusters: [Cluster] = []
    func settle(_ cluster: inout Cluster) {
      var offset = 0.0
      var sum = 0.0
      for member in cluster.members {
        sum += intervals[member].start - offset
        offset += intervals[member].length + gap
      }
      let mean = sum / Double(cluster.members.count)
      cluster.length = offset - gap
      cluster.start = max(range.lowerBound, min(mean, range.upperBound - cluster.length))
    }
    for index in intervals.indices {
      var cluster = Cluster(members: [index], length: 0, start: 0)
      settle(&cluster)
      while let last = clusters.last, last.start + last.length + gap > cluster.start {
        clusters.removeLast()
        cluster.members = last.members + cluster.members
        settle(&cluster)
      }
      clusters.append(cluster)
    }
    var starts = intervals.map(\.start)
    for cluster in clusters {
      var y = cluster.start
      for member in cluster.members {
        starts[member] = y
        y += intervals[member].length + gap
      }
    }
    return starts
  }
}
