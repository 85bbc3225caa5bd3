public import Screen

extension KeyMap {
  /// The same table with some keys given to what other keys do.
  ///
  /// A key that is given away loses what it did; what a key is given is what the other key does as
  /// delivered, in every view and pop-up.
  public func giving(_ keys: [Key: Key]) -> KeyMap {
    KeyMap(
      bindings: bindings.map { binding in
        let kept = binding.keys.filter { keys[$0] == nil }
        let given = keys.filter { binding.keys.contains($0.value) }.map(\.key)
        return Binding(
          keys: kept + given.sorted { $0.name < $1.name }, command: binding.command,
          group: binding.group, context: binding.context, footerRank: binding.footerRank)
      })
  }
}
