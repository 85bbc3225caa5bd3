import CellEngine
import Testing

@Suite("A description that is not a cell is refused with one sentence")
struct GraphErrorTests {
  /// The smallest cell, a<t> = tanh(w x<t> + r a<t-1>), to be made wrong in one place.
  struct Description {
    var nodes = [
      CellGraph.Node(.input, width: .inputs, role: .input),
      CellGraph.Node(.state(0), width: .units, role: .activation),
      CellGraph.Node(
        .affine([
          .matrix(ParameterID(0), SignalID(0)), .diagonal(ParameterID(1), SignalID(1)),
          .bias(ParameterID(2)),
        ]), width: .units),
      CellGraph.Node(.activation(.tanh, SignalID(2)), width: .units, role: .activation),
    ]
    var parameters = [
      Parameter(target: .activation, kind: .weight, source: "input", columns: .inputs),
      Parameter(target: .activation, kind: .peephole, source: "activation", columns: nil),
      Parameter(target: .activation, kind: .bias, source: "", columns: nil),
    ]
    var states = [
      CellGraph.State(role: .activation, previous: SignalID(1), next: SignalID(3))
    ]
    var output = SignalID(3)

    /// The error that a change causes.
    static func error(_ change: (inout Description) -> Void) -> GraphError? {
      var description = Description()
      change(&description)
      do throws(GraphError) {
        _ = try CellGraph(
          name: "wrong", nodes: description.nodes, parameters: description.parameters,
          states: description.states, output: description.output)
        return nil
      } catch { return error }
    }
  }

  @Test("The description is a cell as long as nothing is changed")
  func right() { #expect(Description.error { _ in } == nil) }

  @Test("An operand must be computed earlier", arguments: [3, 2, 9, -1])
  func operands(operand: Int) {
    let error = Description.error {
      $0.nodes[2] = CellGraph.Node(.complement(SignalID(operand)), width: .units)
    }
    #expect(error == .operandNotEarlier(signal: 2, operand: operand))
  }

  @Test("Element-wise operations join equal widths")
  func widths() {
    let wrong: [CellGraph.Node] = [
      CellGraph.Node(.product(SignalID(0), SignalID(1)), width: .units),
      CellGraph.Node(.sum(SignalID(1), SignalID(0)), width: .units),
      CellGraph.Node(.complement(SignalID(0)), width: .units),
      CellGraph.Node(.activation(.tanh, SignalID(1)), width: .inputs),
      CellGraph.Node(.affine([.diagonal(ParameterID(1), SignalID(0))]), width: .units),
      CellGraph.Node(.affine([.bias(ParameterID(2))]), width: .inputs),
    ]
    for node in wrong {
      #expect(Description.error { $0.nodes[2] = node } == .widthsDiffer(signal: 2))
    }
    #expect(Description.error { $0.nodes[0].width = .units } == .widthsDiffer(signal: 0))
    #expect(Description.error { $0.nodes[1].width = .inputs } == .widthsDiffer(signal: 1))
  }

  @Test("A sum has terms")
  func emptySum() {
    let error = Description.error { $0.nodes[2] = CellGraph.Node(.affine([]), width: .units) }
    #expect(error == .emptySum(signal: 2))
  }

  @Test("There is one input and nothing else has its role")
  func input() {
    #expect(Description.error { $0.nodes[0].role = .forget } == .badInput)
    #expect(Description.error { $0.nodes[0].role = nil } == .badInput)
    #expect(
      Description.error {
        $0.nodes.append(CellGraph.Node(.input, width: .inputs, role: .input))
      } == .badInput)
    #expect(Description.error { $0.nodes[3].role = .input } == .badInput)
  }

  @Test("A parameter is used exactly once")
  func parameterUse() {
    #expect(
      Description.error { $0.nodes[2] = CellGraph.Node(.complement(SignalID(1)), width: .units) }
        == .parameterNotUsedOnce("activation.weight.input"))
    #expect(
      Description.error {
        $0.nodes.append(CellGraph.Node(.affine([.bias(ParameterID(2))]), width: .units))
      } == .parameterNotUsedOnce("activation.bias"))
  }

  @Test("A parameter is in the table, has a name of its own and fits its term")
  func parameterFit() {
    func term(_ term: Term) -> GraphError? {
      Description.error { $0.nodes[2] = CellGraph.Node(.affine([term]), width: .units) }
    }
    #expect(term(.bias(ParameterID(3))) == .badParameter("3"))
    #expect(term(.bias(ParameterID(-1))) == .badParameter("-1"))
    #expect(term(.bias(ParameterID(0))) == .badParameter("activation.weight.input"))
    #expect(
      term(.diagonal(ParameterID(2), SignalID(1))) == .badParameter("activation.bias"))
    #expect(
      term(.matrix(ParameterID(0), SignalID(1))) == .badParameter("activation.weight.input"))
    #expect(
      term(.matrix(ParameterID(1), SignalID(1))) == .badParameter("activation.peephole.activation"))
    #expect(
      Description.error {
        $0.parameters.append($0.parameters[2])
        $0.nodes.append(CellGraph.Node(.affine([.bias(ParameterID(3))]), width: .units))
      } == .badParameter("activation.bias"))
  }

  @Test("A role has one equation")
  func roles() {
    let error = Description.error {
      $0.nodes.append(
        CellGraph.Node(.complement(SignalID(3)), width: .units, role: .activation))
    }
    #expect(error == .roleDefinedTwice(.activation))
  }

  @Test("A cell remembers something")
  func noState() {
    #expect(Description.error { $0.states = [] } == .noState)
  }

  @Test("A state holds one number for each unit and becomes a computed signal")
  func states() {
    func state(_ role: Role, _ previous: Int, _ next: Int) -> GraphError? {
      Description.error {
        $0.states = [
          CellGraph.State(role: role, previous: SignalID(previous), next: SignalID(next))
        ]
      }
    }
    #expect(state(.activation, 1, 9) == .badState(.activation))
    #expect(state(.activation, -1, 3) == .badState(.activation))
    #expect(state(.activation, 1, 0) == .badState(.activation))
    #expect(state(.activation, 1, 1) == .badState(.activation))
    #expect(state(.activation, 2, 3) == .badState(.activation))
    #expect(state(.memory, 1, 3) == .badState(.memory))
  }

  @Test("Every state in the graph is carried on, and no role twice")
  func carriedStates() {
    let second = CellGraph.Node(.state(1), width: .units, role: .memory)
    #expect(Description.error { $0.nodes.append(second) } == .orphanState(signal: 4))
    #expect(
      Description.error {
        $0.nodes.append(CellGraph.Node(.state(1), width: .units, role: .activation))
        $0.states.append(
          CellGraph.State(role: .activation, previous: SignalID(4), next: SignalID(3)))
      } == .stateNotCarriedOnce(.activation))
  }

  @Test("The output is a computed signal of the units", arguments: [0, 1, 4, -1])
  func output(place: Int) {
    #expect(Description.error { $0.output = SignalID(place) } == .badOutput)
  }

  @Test("Every error is one sentence with a full stop")
  func sentences() {
    let errors: [GraphError] = [
      .operandNotEarlier(signal: 2, operand: 5), .widthsDiffer(signal: 2), .emptySum(signal: 2),
      .badInput, .twoRoles(.memory, .activation), .stateNotCarriedOnce(.memory),
      .orphanState(signal: 4), .notAState(signal: 4), .badState(.memory),
      .roleDefinedTwice(.memory), .parameterNotUsedOnce("forget.bias"),
      .badParameter("forget.bias"), .noState, .badOutput,
    ]
    for error in errors {
      let text = error.description
      #expect(text.hasSuffix("."))
      #expect(text.filter { $0 == "." }.count == (text.contains("forget.bias") ? 2 : 1))
      #expect(text.first?.isUppercase == true)
      #expect(!text.contains("\n"))
    }
    #expect(Set(errors.map(\.description)).count == errors.count)
  }
}
