/// A decoder that creates a figure with given parameter values: the figure's decoding requests each
/// parameter by name and receives it with the given or the default value.
struct ParameterDecoder: Decoder {
  let parameters: [String: any AnyParameter]
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(ParameterContainer<Key>(parameters: parameters))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Self.onlyParameters }
  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    throw Self.onlyParameters
  }

  static var onlyParameters: FigureError { .storedProperty }
}

private struct ParameterContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let parameters: [String: any AnyParameter]
  let codingPath: [any CodingKey] = []
  var allKeys: [Key] { parameters.keys.sorted().compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { parameters[key.stringValue] != nil }
  func decodeNil(forKey key: Key) -> Bool { false }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    guard let value = parameters[key.stringValue] as? T else {
      throw ParameterDecoder.onlyParameters
    }
    return value
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw ParameterDecoder.onlyParameters }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw ParameterDecoder.onlyParameters
  }
  func superDecoder() throws -> any Decoder { throw ParameterDecoder.onlyParameters }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw ParameterDecoder.onlyParameters }
}
