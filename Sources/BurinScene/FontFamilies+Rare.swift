extension FontFamilies {
  /// The families of scripts that few texts are in, asked behind ``fallbacks`` where those end with the
  /// standard ones.
  ///
  /// They are the rest of Debian's package fonts-noto-core, one family for each script. Families that
  /// are not installed are passed over.
  public var rareFallbacks: [String] {
    let standard = Self.standard.fallbacks
    return fallbacks.count >= standard.count && fallbacks.suffix(standard.count) == standard[...]
      ? Self.rareScripts : []
  }

  private static let rareScripts = [
    "Noto Sans Adlam", "Noto Serif Ahom", "Noto Sans Anatolian Hieroglyphs",
    "Noto Sans Avestan", "Noto Sans Balinese", "Noto Sans Bamum", "Noto Sans Bassa Vah",
    "Noto Sans Batak", "Noto Sans Bhaiksuki", "Noto Sans Brahmi", "Noto Sans Buginese",
    "Noto Sans Buhid", "Noto Sans Canadian Aboriginal", "Noto Sans Carian",
    "Noto Sans Caucasian Albanian", "Noto Sans Chakma", "Noto Sans Cham", "Noto Sans Cherokee",
    "Noto Sans Coptic", "Noto Sans Cuneiform", "Noto Sans Cypriot", "Noto Sans Deseret",
    "Noto Serif Dogra", "Noto Sans Duployan", "Noto Sans Egyptian Hieroglyphs",
    "Noto Sans Elbasan", "Noto Sans Elymaic", "Noto Sans Glagolitic", "Noto Sans Gothic",
    "Noto Sans Grantha", "Noto Sans Gunjala Gondi", "Noto Sans Hanifi Rohingya",
    "Noto Sans Hanunoo", "Noto Sans Hatran", "Noto Serif Hmong Nyiakeng",
    "Noto Sans Imperial Aramaic", "Noto Sans Indic Siyaq Numbers",
    "Noto Sans Inscriptional Pahlavi", "Noto Sans Inscriptional Parthian", "Noto Sans Javanese",
    "Noto Sans Kaithi", "Noto Sans Kayah Li", "Noto Sans Kharoshthi", "Noto Sans Khojki",
    "Noto Sans Khudawadi", "Noto Sans Lepcha", "Noto Sans Limbu", "Noto Sans Linear A",
    "Noto Sans Linear B", "Noto Sans Lisu", "Noto Sans Lycian", "Noto Sans Lydian",
    "Noto Sans Mahajani", "Noto Sans Mandaic", "Noto Sans Manichaean", "Noto Sans Marchen",
    "Noto Sans Masaram Gondi", "Noto Sans Mayan Numerals", "Noto Sans Medefaidrin",
    "Noto Sans Meetei Mayek", "Noto Sans Mende Kikakui", "Noto Sans Meroitic", "Noto Sans Miao",
    "Noto Sans Modi", "Noto Sans Mongolian", "Noto Sans Mro", "Noto Sans Multani",
    "Noto Sans NKo", "Noto Sans Nabataean", "Noto Sans New Tai Lue", "Noto Sans Newa",
    "Noto Music", "Noto Sans Nushu", "Noto Sans Ogham", "Noto Sans Ol Chiki",
    "Noto Sans Old Hungarian", "Noto Sans Old Italic", "Noto Sans Old North Arabian",
    "Noto Sans Old Permic", "Noto Sans Old Persian", "Noto Sans Old Sogdian",
    "Noto Sans Old South Arabian", "Noto Sans Old Turkic", "Noto Sans Osage",
    "Noto Sans Osmanya", "Noto Sans Pahawh Hmong", "Noto Sans Palmyrene",
    "Noto Sans Pau Cin Hau", "Noto Sans PhagsPa", "Noto Sans Phoenician",
    "Noto Sans Psalter Pahlavi", "Noto Sans Rejang", "Noto Sans Runic", "Noto Sans Samaritan",
    "Noto Sans Saurashtra", "Noto Sans Sharada", "Noto Sans Shavian", "Noto Sans Siddham",
    "Noto Sans SignWriting", "Noto Sans Sogdian", "Noto Sans Sora Sompeng", "Noto Sans Soyombo",
    "Noto Sans Sundanese", "Noto Sans Syloti Nagri", "Noto Sans Syriac", "Noto Sans Tagalog",
    "Noto Sans Tagbanwa", "Noto Sans Tai Le", "Noto Sans Tai Tham", "Noto Sans Tai Viet",
    "Noto Sans Takri", "Noto Sans Tamil Supplement", "Noto Serif Tangut", "Noto Sans Thaana",
    "Noto Sans Tifinagh", "Noto Sans Tirhuta", "Noto Sans Ugaritic", "Noto Sans Vai",
    "Noto Sans Wancho", "Noto Sans Warang Citi", "Noto Serif Yezidi", "Noto Sans Yi",
    "Noto Sans Zanabazar Square",
  ]
}
