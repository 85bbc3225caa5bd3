/// The plain recurrent network.
///
///     a<t> = f(W[a<t-1>, x<t>] + b)
///
/// Elman 1990.
public struct RNN: Hashable, Sendable {
  /// The function f: tanh, or relu as in Le, Jaitly & Hinton 2015.
  public var function: Activation

  /// Makes a network; without arguments, with tanh.
  public init(function: Activation = .tanh) { self.function = function }

  /// The cell's equation.
  public var graph: CellGraph {
    var cell = CellGraphBuilder(CellFamily.rnn.name)
    let x = cell.input()
    let a = cell.previous(.activation)
    let sum = cell.W(.activation, a, x) + cell.b(.activation)
    let activation = cell.define(.activation, .activation(function, sum))
    cell.carry(a, activation)
    return cell.graph(output: activation)
  }
}
