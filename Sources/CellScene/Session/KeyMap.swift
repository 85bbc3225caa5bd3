import CellEngine
public import Screen

/// The one table of keys: what acts, what it is called, where it is shown.
///
/// The help screen, the footer and the README's list are printed from it.
public struct KeyMap: Hashable, Sendable {
  /// Where a key acts.
  public enum Context: CaseIterable, Hashable, Sendable {
    /// On the cell, and in every other view that has no key of its own for it.
    case cell
    /// In the timeline, before what acts on the cell.
    case timeline
    /// Where the gradient is shown, before what acts on the cell.
    case gradient
    /// Where a model is trained, before what acts on the cell.
    case training
    /// In the variants' pop-up.
    case variants
    /// In the help.
    case help
    /// In a line that is being typed.
    case prompt
    /// Where the letter of a bookmark is waited for.
    case bookmarks
    /// In the pop-up that holds a gate.
    case hold
    /// In the list of what can be edited.
    case edit
    /// Where a number is asked.
    case why
    /// Beside the check of a slope.
    case check
    /// In the list of the lecture's lessons.
    case lessons
    /// Where the screen is written into a file.
    case export

    /// Whether it is a view and not a pop-up: there digits count and the cell's keys act.
    public var isView: Bool {
      switch self {
      case .cell, .timeline, .gradient, .training: true
      case .variants, .help, .prompt, .bookmarks, .hold, .edit, .why, .check, .lessons, .export:
        false
      }
    }
  }

  /// What keys are about.
  public enum Group: CaseIterable, Hashable, Sendable {
    /// Going through time.
    case step
    /// What is looked at.
    case look
    /// Peephole connections.
    case peephole
    /// What would be if.
    case whatIf
    /// Which cell it is.
    case cell
    /// The lecture.
    case learn
    /// How it is written.
    case view
    /// All units over all steps.
    case timeline
    /// The gradient flowing back.
    case gradient
    /// A model that is trained.
    case training
    /// Going to a place by its name.
    case find
    /// Files for others.
    case share
    /// The program itself.
    case system
    /// What acts in a pop-up.
    case popup
  }

  /// One line of the table.
  public struct Binding: Hashable, Sendable {
    /// The keys that ask for the command.
    public let keys: [Key]
    /// What they ask for.
    public let command: Command
    /// What it is about.
    public let group: Group
    /// Where it acts.
    public let context: Context
    /// Its place in the footer, the most useful first; nil keeps it out.
    public let footerRank: Int?
  }

  /// All bindings in the order of the help screen.
  public let bindings: [Binding]

  /// What a key asks for in a context.
  public func command(for key: Key, in context: Context) -> Command? {
    let own = bindings.first { $0.context == context && $0.keys.contains(key) }?.command
    return own ?? (context.isView && context != .cell ? command(for: key, in: .cell) : nil)
  }

  /// What acts in a context: its own bindings first, in a view then the cell's with the keys that are
  /// left to them.
  ///
  /// A command whose keys were all given away is still there, without keys. Where a model is trained
  /// nothing acts on the cell that is not seen.
  public func active(in context: Context) -> [Binding] {
    let own = bindings(in: context)
    guard context.isView, context != .cell else { return own }
    let taken = Set(own.flatMap(\.keys))
    return own
      + bindings(in: .cell).compactMap { binding in
        let left = binding.keys.filter { !taken.contains($0) }
        guard left.isEmpty == binding.keys.isEmpty,
          !(context == .training && binding.command.concernsCell)
        else { return nil }
        return Binding(
          keys: left, command: binding.command, group: binding.group, context: binding.context,
          footerRank: binding.footerRank)
      }
  }

  /// The bindings of a context.
  public func bindings(in context: Context) -> [Binding] {
    bindings.filter { $0.context == context }
  }

  /// The keys as delivered.
  public static let standard = KeyMap(
    bindings: stepping + looking + asking + switching + changing + editing + chain + gradient
      + timeline + training + comparing + teaching
      + finding + sharing + appearance + system
      + popups)

  static func bind(
    _ keys: [Key], _ command: Command, _ group: Group, footer: Int? = nil,
    in context: Context = .cell
  ) -> Binding {
    Binding(keys: keys, command: command, group: group, context: context, footerRank: footer)
  }

  static func letters(_ text: String) -> [Key] { text.map(Key.character) }

  private static let stepping = [
    bind([.space, .right] + letters("l") + [.pageDown], .nextMicroStep, .step, footer: 0),
    bind([.left] + letters("h") + [.backspace, .pageUp], .previousMicroStep, .step, footer: 1),
    bind(letters("L") + [.tab] + letters("]"), .nextTimeStep, .step, footer: 2),
    bind(letters("H") + [.backTab] + letters("["), .previousTimeStep, .step),
    bind(letters("0"), .firstMicroStep, .step),
    bind(letters("$"), .lastMicroStep, .step, footer: 14),
    bind(letters("g") + [.home], .firstTimeStep, .step),
    bind(letters("G") + [.end], .lastTimeStep, .step),
    bind(letters("a"), .togglePlay, .step, footer: 11),
    bind(letters("+="), .faster, .step),
    bind(letters("-"), .slower, .step),
  ]

  private static let looking = [
    bind(letters("j") + [.down], .nextUnit, .look, footer: 4),
    bind(letters("k") + [.up], .previousUnit, .look),
    bind(letters("J"), .tenUnitsOn, .look),
    bind(letters("K"), .tenUnitsBack, .look),
  ]

  private static let switching = [
    bind(letters("p"), .toggleAllPeepholes, .peephole, footer: 3),
    bind(letters("F"), .togglePeephole(.forget), .peephole),
    bind(letters("U"), .togglePeephole(.update), .peephole),
    bind(letters("O"), .togglePeephole(.output), .peephole),
    bind(letters("C"), .nextModel, .cell),
    bind(letters("v"), .showVariants, .cell, footer: 5),
    bind(letters("E"), .toggleNumbers, .view, footer: 8),
  ]

  private static let changing = [
    bind(letters("z"), .undo, .whatIf),
    bind(letters("Z") + [.control("r")], .redo, .whatIf),
    bind(letters("r"), .reset, .whatIf),
  ]

  private static let system = [
    bind(letters("?") + [.function(1)], .showHelp, .system, footer: 9),
    bind([.control("l")], .redraw, .system),
    bind([.control("z")], .suspend, .system),
    bind([.escape], .dismiss, .system),
    bind(letters("q"), .close, .system, footer: 10),
    bind(letters("Q"), .quit, .system),
    bind([.control("c")], .interrupt, .system),
  ]
}
