import CHarfBuzz

/// A font file that holds a few glyphs of a face, under numbers of its own.
package struct FontSubset: Sendable {
  /// The file.
  package let bytes: [UInt8]
  /// The numbers of the glyphs in the file, by those in the face.
  package let numbers: [UInt32: UInt32]
}

extension FontFace {
  /// The tables that outlines and their widths are made of.
  ///
  /// Without the table of characters, of which HarfBuzz would read all, however few glyphs are
  /// wanted.
  private static let outlineTables = [
    "CFF ", "glyf", "loca", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post",
  ]

  /// Makes a face of the tables that outlines are made of; their bytes stay in the file.
  static func outlines(of face: OpaquePointer) -> OpaquePointer? {
    guard let builder = hb_face_builder_create() else { return nil }
    for name in outlineTables {
      let tag = name.utf8.reduce(0) { $0 << 8 | hb_tag_t($1) }
      guard let blob = hb_face_reference_table(face, tag) else { continue }
      if hb_blob_get_length(blob) > 0 { hb_face_builder_add_table(builder, tag, blob) }
      hb_blob_destroy(blob)
    }
    hb_face_make_immutable(builder)
    return builder
  }

  /// Returns a font file of the glyphs, without hints; nil where HarfBuzz cannot make one.
  package func subset(of glyphs: Set<UInt32>) -> FontSubset? {
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    for glyph in glyphs { hb_set_add(hb_subset_input_glyph_set(input), glyph) }
    // Outlines in full: a font's shared pieces of outlines take more room than a few glyphs do.
    hb_subset_input_set_flags(
      input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue)
    guard let plan = hb_subset_plan_create_or_fail(outlineFace, input) else { return nil }
    defer { hb_subset_plan_destroy(plan) }
    guard let face = hb_subset_plan_execute_or_fail(plan) else { return nil }
    defer { hb_face_destroy(face) }
    guard let blob = hb_face_reference_blob(face) else { return nil }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length), length > 0 else { return nil }
    let mapping = hb_subset_plan_old_to_new_glyph_mapping(plan)
    var numbers: [UInt32: UInt32] = [:]
    for glyph in glyphs {
      let number = hb_map_get(mapping, glyph)
      guard number != UInt32.max else { return nil }
      numbers[glyph] = number
    }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
    return FontSubset(bytes: Array(bytes), numbers: numbers)
  }
}
