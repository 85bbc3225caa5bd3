import CellEngine
import CellScene

extension CellGraph {
  /// The wires that a picture of the graph must have, worked out from the operations alone: no code of the picture
  /// has a say in what it is held against.
  var schematic: Set<Diagram.Edge> {
    var wires: Set<Diagram.Edge> = [.init(.signal(output), .prediction)]
    wires.formUnion(states.map { .init(.signal($0.next), .next($0.previous)) })
    let boxes = nodes.indices.map(boxInSchematic)
    for (reader, node) in nodes.enumerated() {
      for operand in node.operation.operands where boxes[operand.index] != reader {
        wires.insert(.init(.signal(operand), .signal(SignalID(boxes[reader]))))
      }
    }
    return wires
  }

  /// The node in whose box a node stands: a sum without a name is written into the function that alone reads it,
  /// unless it leaves the cell.
  private func boxInSchematic(of place: Int) -> Int {
    guard case .affine = nodes[place].operation, nodes[place].role == nil else { return place }
    let readers = nodes.indices.filter {
      nodes[$0].operation.operands.contains(SignalID(place))
    }
    let leaves = output.index == place || states.contains { $0.next.index == place }
    guard !leaves, readers.count == 1, case .activation = nodes[readers[0]].operation else {
      return place
    }
    return readers[0]
  }
}
