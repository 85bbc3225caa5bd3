public import CellEngine
public import Screen

/// What the user has set up: the model, the sentence, the place in it, the switches.
///
/// A value: the same keys always lead to the same session, and so to the same screen.
public struct Session: Sendable {
  /// What the program has to do after a key, beyond showing the session.
  public enum Effect: Hashable, Sendable {
    /// Nothing more.
    case show
    /// Draw everything anew.
    case redraw
    /// Stop until the shell continues the program.
    case suspend
    /// Leave.
    case quit
  }

  /// A pop-up over the picture.
  public enum Popup: Hashable, Sendable {
    /// The cell's switches.
    case variants
    /// All keys, from a line on.
    case help(firstLine: Int)
    /// A line that is being typed.
    case prompt(Prompt)
  }

  /// The models that the user can choose from, as they were trained; all know the same words.
  public let models: [SequenceModel]
  /// The keys that act.
  public let keyMap: KeyMap
  /// What the user has made of the models and the sentence.
  public internal(set) var experiment: Experiment
  /// What the session began with.
  public let beginning: Experiment
  var history = History()
  /// The sentence run through the cell with its switches as they are.
  public internal(set) var run: Run
  /// The run before the last switch, until the next key.
  public internal(set) var before: Run?
  /// The same cell over the same words without the edits; nil while nothing is edited.
  public internal(set) var original: Run?
  /// What the picture's room shows.
  public internal(set) var view = View.cell
  /// The time step, from 0.
  public internal(set) var time = 0
  /// The micro-step, from 0.
  public internal(set) var microStep = 0
  /// The selected unit, from 0.
  public internal(set) var unit: Int
  /// How signals are written.
  public internal(set) var notation = Notation.lecture
  /// Whether equations are written with numbers.
  public internal(set) var showsNumbers = false
  /// What meanings look like.
  public var theme = ThemeChoice.dark
  /// Whether nothing is shown until the next key.
  public internal(set) var isBlank = false
  /// The pop-up that is open.
  public internal(set) var popup: Popup?
  /// Whether the program steps by itself.
  public internal(set) var isPlaying = false
  /// How many micro-steps a second it plays, as a place in `Session.speeds`.
  public internal(set) var speed = 0
  /// The count that has been typed so far.
  public internal(set) var count: Int?
  /// What there is to say about the last key.
  public internal(set) var notice: Notice?

  /// Micro-steps per second.
  public static let speeds = [0.5, 1, 2, 4, 8]

  /// Opens a model on a sentence.
  ///
  /// - Parameters:
  ///   - model: one whose cell `canDraw` says yes to.
  ///   - others: further models with the same vocabulary that the user can change to.
  ///   - tokens: at least one word of the model's vocabulary.
  public init(
    model: SequenceModel, others: [SequenceModel] = [], tokens: [Int],
    keyMap: KeyMap = .standard
  ) {
    precondition(!tokens.isEmpty, "a sentence needs at least one word")
    precondition(
      others.allSatisfy { $0.vocabulary == model.vocabulary }, "models with different words")
    models = [model] + others
    self.keyMap = keyMap
    experiment = Experiment(model: 0, kind: model.kind, tokens: tokens)
    beginning = experiment
    run = Run(model, experiment)
    unit = model.focusUnit
  }

  /// Whether the screen can draw a cell with every setting of its switches.
  public static func canDraw(_ kind: CellKind) -> Bool {
    let options = kind.peepholeGates.map(CellSwitch.peephole) + kind.variants
    var settings: Set<CellKind> = [kind]
    for option in options {
      settings.formUnion(settings.map { $0.setting(option, to: !$0.isOn(option)) })
    }
    return settings.allSatisfy { Diagram.canDraw($0.graph) }
  }

  /// The model of the present experiment, as it was trained.
  public var model: SequenceModel { models[experiment.model] }
  /// The sentence, as places in the vocabulary; at least one word.
  public var tokens: [Int] { experiment.tokens }
  /// Whether words or numbers are other than they were at the beginning.
  public var isWhatIf: Bool {
    !experiment.edits.isEmpty || experiment.tokens != beginning.tokens
  }
  /// The words of the sentence.
  public var words: [String] { tokens.map { model.vocabulary.words[$0] } }
  /// The last micro-step of a time step, from 0.
  public var lastMicroStep: Int { run.microSteps.count - 1 }
  /// The last time step, from 0.
  public var lastTime: Int { tokens.count - 1 }
  /// The stage that is shown.
  public var stage: MicroStep { run.microSteps[microStep] }

  /// Where the keys act now.
  public var context: KeyMap.Context {
    switch popup {
    case nil: .cell
    case .variants: .variants
    case .help: .help
    case .prompt: .prompt
    }
  }

  /// Where the peephole weights come from.
  public enum PeepholeOrigin: Hashable, Sendable {
    /// The model was trained with all of them.
    case trained
    /// The model was trained without; they have small fixed values.
    case illustrative
    /// Some of them are trained.
    case mixed
  }

  /// Where the weights of the peepholes that are on come from; nil when none is on.
  public var peepholeOrigin: PeepholeOrigin? {
    let on = run.kind.peepholeGates.filter { run.kind.isOn(.peephole($0)) }
    guard !on.isEmpty else { return nil }
    let trained = on.filter { model.kind.isOn(.peephole($0)) }
    return trained.count == on.count ? .trained : trained.isEmpty ? .illustrative : .mixed
  }

  /// Whether the model was trained with peepholes of which none is on now.
  public var peepholesAreCut: Bool {
    peepholeOrigin == nil && model.kind.peepholeGates.contains { model.kind.isOn(.peephole($0)) }
  }

  /// The time that symbols carry on the screen.
  public var timeLabel: TimeLabel { .step(time + 1) }
}
