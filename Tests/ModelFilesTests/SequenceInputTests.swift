import CellEngine
import Testing

@testable import ModelFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

@Suite("Sequences from JSON")
struct SequenceInputTests {
  private static let lstm = CellStack<Double>([
    [Cell<Double>(CellKind.lecture.graph, inputs: 2, units: 1)]
  ])
  private static let gru = CellStack<Double>([
    [Cell<Double>(CellKind.gru(GRU()).graph, inputs: 2, units: 1)]
  ])
  private static let rnn = CellStack<Double>([
    [Cell<Double>(CellKind.rnn(RNN()).graph, inputs: 2, units: 1)]
  ])

  private func read(_ text: String, _ stack: CellStack<Double> = lstm) throws(ModelFileError)
    -> SequenceInput
  {
    try SequenceInput(bytes: Array(text.utf8), path: "x.json", for: stack)
  }

  @Test("All members are read, and what is missing is 0")
  func whole() throws {
    let all = try read(
      #"{"x":[[1,2],[3,4.5]],"a0":[0.5],"c0":[-1],"da":[[1],[2]],"daT":[7],"dcT":[3]}"#)
    #expect(all.inputs == [[1, 2], [3, 4.5]])
    #expect(all.initial == [[[.activation: [0.5], .memory: [-1]]]])
    #expect(all.upstream == [[1], [2]])
    #expect(all.final == [[[.activation: [7], .memory: [3]]]])
    #expect(try read(#"{"x":[[1,2]],"a0":[[0.5]]}"#).initial[0][0][.activation] == [0.5])
    let least = try read(#"{"x":[[1,2]]}"#)
    #expect(least.initial == [[[:]]] && least.final == [[[:]]] && least.upstream == [[0]])
    #expect(try read(#"{"x":[]}"#).inputs.isEmpty)
  }

  @Test("A file is read from its path, a missing one is named")
  func path() throws {
    let path = "/tmp/sequence-\(UInt64.random(in: 0...UInt64.max)).json"
    try DiskFile.write(Array(#"{"x":[[1,2]]}"#.utf8), to: path)
    #expect(try SequenceInput(path: path, for: Self.lstm).inputs == [[1, 2]])
    unlink(path)
    let error = #expect(throws: ModelFileError.self) {
      try SequenceInput(path: path, for: Self.lstm)
    }
    #expect(error?.description.contains(path) == true)
  }

  @Test("A stack has a row for each cell")
  func stacked() throws {
    let cell = Cell<Double>(CellKind.lecture.graph, inputs: 2, units: 1)
    let stack = CellStack<Double>([[cell, cell], [cell, cell]])
    let input = try read(#"{"x":[[1,2]],"c0":[[1],[2],[3],[4]],"da":[[1,2]]}"#, stack)
    #expect(input.initial.map { $0.map { $0[.memory] } } == [[[1], [2]], [[3], [4]]])
  }

  @Test("A GRU takes one of a0 and c0, a plain network no c0")
  func families() throws {
    #expect(try read(#"{"x":[],"a0":[1]}"#, Self.gru).initial == [[[.memory: [1]]]])
    #expect(try read(#"{"x":[],"c0":[1]}"#, Self.gru).initial == [[[.memory: [1]]]])
    #expect(throws: ModelFileError.self) { try read(#"{"x":[],"a0":[1],"c0":[1]}"#, Self.gru) }
    #expect(throws: ModelFileError.self) { try read(#"{"x":[],"dcT":[1]}"#, Self.rnn) }
  }

  @Test(
    "Everything else is refused in one sentence",
    arguments: [
      "", "nan", "[]", "{}", #"{"x":1}"#, #"{"x":[1,2]}"#, #"{"x":[[1]]}"#, #"{"x":[[1,2,3]]}"#,
      #"{"x":[[1,"NaN"]]}"#, #"{"x":[[1,1e999]]}"#, #"{"x":[[1,null]]}"#, #"{"x":[[1,[2]]]}"#,
      #"{"x":[[1,2]],"da":[]}"#, #"{"x":[[1,2]],"da":[[1,2]]}"#, #"{"x":[],"c0":[[1],[2]]}"#,
      #"{"x":[],"x":[]}"#, #"{"x":[],"y":[]}"#, #"{"x":[],"a0":[1,2]}"#, #"{"x":[]} 1"#,
      #"{"x":[[[[[[1]]]]]]}"#,
    ])
  func refused(text: String) {
    let error = #expect(throws: ModelFileError.self) { try read(text) }
    #expect(error?.reason == .sequence)
    #expect(isOneSentence(error?.description ?? ""), "\(error?.description ?? "")")
  }

  @Test(
    "One is counted as one",
    arguments: [
      (#"{"x":[[1,2],[3,4]],"da":[[1]]}"#, "there is 1 row, but 2 are needed"),
      (#"{"x":[[1,2]],"da":[[1],[2]]}"#, "there are 2 rows, but 1 is needed"),
      (#"{"x":[[1]]}"#, "there is 1 number, but the cell needs 2"),
      (#"{"x":[],"a0":1}"#, "a list of 1 number is needed"),
    ])
  func counts(text: String, part: String) {
    let error = #expect(throws: ModelFileError.self) { try read(text) }
    #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
  }

  @Test("Standard input is no file's name")
  func standardInput() {
    let error = #expect(throws: ModelFileError.self) {
      try SequenceInput(bytes: [], path: DiskFile.standardInput, for: Self.lstm)
    }
    #expect(error?.description.hasPrefix("Cannot read standard input: ") == true)
    let empty = #expect(throws: ModelFileError.self) { try SequenceInput(path: "", for: Self.lstm) }
    #expect(empty?.description == "Cannot open the file: the path is empty.")
  }

  @Test("More steps than memory allows are refused before they are run")
  func tooLong() {
    let stack = CellStack<Double>([
      [Cell<Double>(CellKind.rnn(RNN()).graph, inputs: 1, units: 4096)]
    ])
    let row = Array(repeating: "[0]", count: 4096).joined(separator: ",")
    let error = #expect(throws: ModelFileError.self) { try read("{\"x\":[\(row)]}", stack) }
    #expect(error?.description.contains("too many") == true)
  }
}
