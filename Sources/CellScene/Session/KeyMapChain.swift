import CellEngine
import Screen

extension ChainCommand {
  /// The place among the footer's own keys of a view; nil if the view has none for the command.
  func rank(in view: View) -> Int? {
    switch (self, view) {
    case (.toggleChain, .chain), (.togglePeepholes, .peepholes): 0
    case (.showHold(.forget), .chain): 1
    case (.showHold(.update), .chain): 2
    case (.showHold(.output), .chain): 3
    case (_, .cell), (_, .chain), (_, .peepholes), (_, .timeline), (_, .gradient), (_, .reach),
      (_, .compare), (_, .training):
      nil
    }
  }
}

extension KeyMap {
  /// The keys of the chain, the peepholes unit by unit, and of holding gates.
  static let chain = [
    bind(letters("t"), .chain(.toggleChain), .view),
    bind(letters("V"), .chain(.togglePeepholes), .view),
    bind(letters("f"), .chain(.showHold(.forget)), .whatIf),
    bind(letters("u"), .chain(.showHold(.update)), .whatIf),
    bind(letters("o"), .chain(.showHold(.output)), .whatIf),
  ]

  /// What acts in the pop-up of a gate, beside what acts in every pop-up.
  static let holding = [
    bind(letters("0"), .chain(.holdShut), .popup, footer: 0, in: .hold),
    bind(letters("1"), .chain(.holdOpen), .popup, footer: 1, in: .hold),
    bind(letters("v"), .chain(.typeValue), .popup, footer: 2, in: .hold),
    bind(letters("x"), .chain(.release), .popup, footer: 3, in: .hold),
    bind([.tab], .chain(.toggleRange), .popup, footer: 4, in: .hold),
    bind(letters("c"), .chain(.typeInitial), .popup, footer: 5, in: .hold),
    bind(letters("f"), .chain(.showHold(.forget)), .popup, in: .hold),
    bind(letters("u"), .chain(.showHold(.update)), .popup, in: .hold),
    bind(letters("o"), .chain(.showHold(.output)), .popup, in: .hold),
    bind([.escape, .enter], .dismiss, .popup, footer: 6, in: .hold),
  ]
}
