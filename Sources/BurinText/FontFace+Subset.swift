import CHarfBuzz

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
      guard let blob = hb_face_reference_table(face, tag(name)) else { continue }
      if hb_blob_get_length(blob) > 0 { hb_face_builder_add_table(builder, tag(name), blob) }
      hb_blob_destroy(blob)
    }
    hb_face_make_immutable(builder)
    return builder
  }

  /// A font file with only some glyphs of a face.
  package struct Subset {
    /// The bytes of the file.
    package var file: [UInt8]
    /// The index in the file of each glyph that was asked for.
    package var indices: [UInt32: UInt32]
  }

  /// Returns a font file with only some glyphs, for embedding.
  ///
  /// Its table of characters is empty, so that what a glyph stands for is told by the text alone, and
  /// no subroutines: Cairo keeps all of a font's where it fails to follow one of them. The glyphs
  /// follow each other without gaps: with the indices of a font of 65,000 glyphs, each of these had to
  /// be read several times though it has no outline.
  ///
  /// - Parameters:
  ///   - glyphs: the glyphs.
  ///   - keepsIndices: whether glyphs keep their indices; every other index up to the last glyph is
  ///     then a glyph without an outline.
  /// - Returns: nil if HarfBuzz cannot read the font's tables.
  package func subset(of glyphs: some Collection<UInt32>, keepsIndices: Bool = false) -> Subset? {
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    let flags =
      (keepsIndices ? HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue : 0)
      | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue
      | HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue
    hb_subset_input_set_flags(input, flags)
    let wanted = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(wanted, glyph) }
    guard let plan = hb_subset_plan_create_or_fail(outlineFace, input) else { return nil }
    defer { hb_subset_plan_destroy(plan) }
    guard let kept = hb_subset_plan_execute_or_fail(plan) else { return nil }
    defer { hb_face_destroy(kept) }
    let map = hb_subset_plan_old_to_new_glyph_mapping(plan)
    let indices = Dictionary(glyphs.map { ($0, hb_map_get(map, $0)) }) { first, _ in first }
    // Only a face read from a file tells its tables.
    let file = hb_face_reference_blob(kept)
    defer { hb_blob_destroy(file) }
    guard let subset = hb_face_create(file, 0) else { return nil }
    defer { hb_face_destroy(subset) }
    guard let builder = hb_face_builder_create() else { return nil }
    defer { hb_face_destroy(builder) }
    var tags = [hb_tag_t](repeating: 0, count: 64)
    var count = UInt32(tags.count)
    _ = hb_face_get_table_tags(subset, 0, &count, &tags)
    for tag in tags.prefix(Int(count)) {
      let table = hb_face_reference_table(subset, tag)
      hb_face_builder_add_table(builder, tag, table)
      hb_blob_destroy(table)
    }
    let characters = Self.noCharacters.withUnsafeBytes { bytes in
      hb_blob_create_or_fail(
        bytes.bindMemory(to: CChar.self).baseAddress, UInt32(bytes.count),
        HB_MEMORY_MODE_DUPLICATE, nil, nil)
    }
    hb_face_builder_add_table(builder, Self.tag("cmap"), characters)
    hb_blob_destroy(characters)
    guard let blob = hb_face_reference_blob(builder) else { return nil }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length), length > 0 else { return nil }
    return Subset(
      file: Array(UnsafeRawBufferPointer(start: start, count: Int(length))), indices: indices)
  }

  /// A table of Unicode's characters with none (OpenType 1.9.1, “cmap”, format 4): FreeType would make
  /// one up from a missing table.
  private static let noCharacters: [UInt8] = [
    0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4, 0, 24, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0, 0xFF, 0xFF, 0,
    0,
    0xFF, 0xFF, 0, 1, 0, 0,
  ]

  private static func tag(_ name: String) -> hb_tag_t {
    name.unicodeScalars.reduce(0) { $0 << 8 | $1.value }
  }
}
