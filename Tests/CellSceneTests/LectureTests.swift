import CellEngine
import Screen
import Testing

@testable import CellScene

/// The claims of the lecture that are about one cell: each is true in the numbers that its
/// transcript shows.
@Suite struct LectureTests {
  static let claims = [
    "claim-01-gru", "claim-02-two-lines", "claim-03-relevance-gate", "claim-06-output",
    "claim-07-picture", "claim-10-peepholes", "what-state", "what-train",
  ]

  /// The golden files, each transcript at two sizes.
  static let names = claims.flatMap { claim in
    ["80x24", "120x36"].map { claim + "-" + $0 }
  }

  @Test(arguments: claims, [(80, 24), (120, 36)])
  func `the claims are shown as they were looked at`(
    name: String, size: (columns: Int, rows: Int)
  ) throws {
    try Golden.check(
      "\(name)-\(size.columns)x\(size.rows)", Shipped.family(),
      size: Size(columns: size.columns, rows: size.rows), keys: ClaimKeys.keys(name))
  }

  private static func session(_ name: String, first count: Int) throws -> Session {
    var session = try Shipped.family()
    for key in try ClaimKeys.keys(name).prefix(count) { session.press(key) }
    return session
  }

  private static func lines(_ session: Session) -> [String] {
    Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
  }

  /// The signals that the sum of a role reads through matrices and peepholes.
  private static func sources(of role: Role, in graph: CellGraph) throws -> Set<Role?> {
    let signal = try #require(graph.signal(role))
    return Set(graph.terms(of: signal).compactMap(\.operand).map { graph[$0].role })
  }

  @Test func `claim 1: in the GRU the update gate decides whether c<t> is replaced`() throws {
    let open = try Self.session("claim-01-gru", first: 15)
    let graph = open.run.cell.graph
    #expect(graph.name == "GRU")
    let gates = graph.signals.compactMap { graph[$0].role }.filter(\.isGate)
    #expect(Set(gates) == [.relevance, .update])
    let memory = try #require(graph.signal(.memory))
    #expect(graph.output == memory, "a<t> = c<t>")
    let candidate = try #require(graph.signal(.candidate))
    #expect(open.run.trace[memory, 2] == open.run.trace[candidate, 2])
    #expect(Self.lines(open).contains { $0.contains("c<t>  = ") && $0.contains("a<t> = c<t>") })
    let shut = try Self.session("claim-01-gru", first: 17)
    #expect(shut.run.trace[memory, 2] == shut.run.trace[memory, 1])
  }

  @Test func `claim 2: gates and candidate read a<t-1> and x<t>, and a<t> is not c<t>`() throws {
    let session = try Self.session("claim-02-two-lines", first: 99)
    let graph = session.run.cell.graph
    for role in [Role.forget, .update, .output, .candidate] {
      #expect(try Self.sources(of: role, in: graph) == [.activation, .input])
    }
    let memory = try #require(graph.signal(.memory))
    for unit in 0..<8 {
      #expect(session.run.trace[memory, 2, unit] != session.run.trace[graph.output, 2, unit])
    }
    let rows = Self.lines(session)
    func numbers(_ symbol: String) -> [Substring] {
      rows.first { $0.hasPrefix("  " + symbol) }?.split(separator: " ")
        .filter { $0.hasPrefix("+") || $0.hasPrefix("−") } ?? []
    }
    let (memories, activations) = (numbers("c<t> "), numbers("a<t> "))
    #expect(memories[0] != activations[0], "the LSTM")
    #expect(memories[1] == activations[1], "the GRU")
  }

  @Test func `claim 3: Γr is gone from the LSTM, and a switch brings it back`() throws {
    let (gru, lstm) = (
      try Self.session("claim-03-relevance-gate", first: 6),
      try Self.session("claim-03-relevance-gate", first: 8)
    )
    #expect(gru.run.cell.graph.signal(.relevance) != nil)
    #expect(lstm.run.cell.graph.signal(.relevance) == nil)
    let back = try Self.session("claim-03-relevance-gate", first: 14)
    #expect(back.run.cell.graph.name == "LSTM")
    #expect(back.run.cell.graph.signal(.relevance) != nil)
    #expect(
      Self.lines(back).contains {
        $0.contains("Wr is all 0: the model was trained without")
      })
  }

  @Test func `claim 6: a<t> is Γo ∘ tanh c<t>, and as spoken Γo ∘ c<t>`() throws {
    for (count, isSpoken) in [(4, false), (9, true)] {
      let session = try Self.session("claim-06-output", first: count)
      let graph = session.run.cell.graph
      let (gate, memory) = (
        try #require(graph.signal(.output)), try #require(graph.signal(.memory))
      )
      for unit in 0..<8 {
        let c = session.run.trace[memory, 2, unit]
        let shown = session.run.trace[gate, 2, unit] * (isSpoken ? c : Activation.tanh(c))
        #expect(abs(session.run.trace[graph.output, 2, unit] - shown) < 1e-15)
      }
      let formula = isSpoken ? "a<t>  = Γo ∘ c<t>" : "a<t>  = Γo ∘ tanh(c<t>)"
      #expect(Self.lines(session).contains { $0.contains(formula) })
    }
  }

  @Test func `claim 7: every key computes one more box of the picture`() throws {
    for count in 3..<13 {
      let (before, after) = (
        try Self.session("claim-07-picture", first: count),
        try Self.session("claim-07-picture", first: count + 1)
      )
      #expect(after.microStep == before.microStep + 1)
    }
    let end = try Self.session("claim-07-picture", first: 13)
    #expect(end.stage == .prediction)
  }

  @Test func `claim 10: each gate has its peephole on c<t-1>, and a key of its own`() throws {
    let all = try Self.session("claim-10-peepholes", first: 6)
    for gate in LSTM.gates {
      #expect(try Self.sources(of: gate, in: all.run.cell.graph).contains(.memory))
    }
    for (count, gate) in [(7, Role.forget), (9, .update), (11, .output)] {
      let session = try Self.session("claim-10-peepholes", first: count)
      for other in LSTM.gates {
        let sees = try Self.sources(of: other, in: session.run.cell.graph).contains(.memory)
        #expect(sees == (other != gate), "\(gate) alone is off")
      }
    }
  }
}
