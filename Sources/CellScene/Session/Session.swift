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
    /// Measure the time of a step of `timedCells` and hand it to `record(secondsPerStep:)`.
    case measure
    /// Write the screen into a file and say so.
    case export(ExportFormat)
    /// Leave.
    case quit
  }

  /// A pop-up over the picture.
  public enum Popup: Hashable, Sendable {
    /// The cell's switches and the cells by name, with the chosen line, from 0.
    case variants(line: Int)
    /// All keys; the page counts on and goes round, the scene knows how many there are.
    case help(page: Int)
    /// A line that is being typed.
    case prompt(Prompt)
    /// The letter of a bookmark is waited for.
    case bookmarks
    /// A gate that can be held.
    case hold(HoldPopup)
    /// What can be edited here, with the chosen entry, from 0.
    case edit(line: Int)
    /// A number that is asked why it is what it is.
    case why(Inquiry)
    /// A slope beside what two runs measure: the number's place among those that can be checked.
    case check(place: Int)
    /// The lecture's lessons, with the chosen one, from 0.
    case lessons(line: Int, typed: Int = 0)
    /// The formats in which the screen can be written.
    case export
  }

  /// The models that there are, as they were trained; all know the same words.
  ///
  /// Those that were taken over from a training stand behind those that were given.
  public internal(set) var models: [SequenceModel]
  /// How many models the session was given.
  private(set) var givenCount = 1
  /// How many of them are gone through in turn; the others are chosen by name.
  private(set) var turnCount = 1
  /// Models with other words, on which the program can be opened anew and which lessons are given with.
  public var modelsApart: [SequenceModel] = []
  /// The keys that act.
  public internal(set) var keyMap: KeyMap
  /// What the user has made of the models and the sentence.
  public internal(set) var experiment: Experiment
  /// What the session began with.
  public let beginning: Experiment
  var history = History()
  /// The sentence run through the cell with its switches as they are.
  public internal(set) var run: Run
  /// The run before the last switch, until the next key.
  var before: AlignedRun?
  /// What the edited run is told from; nil while nothing is edited.
  var fork: Fork?
  /// What the picture's room shows.
  public internal(set) var view = View.cell {
    didSet {
      if view != .compare { comparison = nil }
      if oldValue.context == .gradient, view.context != .gradient { endGradientVisit() }
    }
  }
  /// What the user chose to compare with; the first there is if it is not there now.
  public internal(set) var rival: Rival?
  /// The other run while two cells are compared.
  var comparison: Comparison?
  /// What was measured, in seconds for one step.
  var stepTimes: [TimedCell.Subject: Double] = [:]
  /// The loss that was chosen for the gradient; nil until one was.
  public internal(set) var chosenLoss: Loss?
  /// How far the gradient reaches, kept from picture to picture.
  var reach: Reach?
  /// Where the cell stood when the gradient was opened.
  var placeBeforeGradient: SessionPlace?
  /// The micro-step that changes of the cell have led away from; nil once somebody goes elsewhere.
  var standpoint: Standpoint?
  /// The time step, from 0.
  public internal(set) var time = 0
  /// The micro-step, from 0.
  public internal(set) var microStep = 0
  /// The selected unit, from 0.
  public internal(set) var unit: Int
  /// Whose letters the signals are written in; no change of the experiment, so undo leaves it.
  public internal(set) var convention = Notation.Convention.lecture
  /// What texts are written in and typed commands are understood in.
  public internal(set) var language = Language.english
  /// Whether the terminal shows Han characters; without them only English can be chosen.
  public var drawsHan = true
  /// Whether anything is drawn; where lines are told instead nothing can be blanked or clicked at.
  public var isDrawn = true
  /// Whether nothing but the picture and its sentence is shown.
  public internal(set) var isPresenting = false
  /// Whether clicks and the wheel act.
  public internal(set) var hasMouse = false
  /// What was searched for last.
  public internal(set) var search: TextSearch?
  /// Places that were marked, by their letters.
  public internal(set) var bookmarks: [Character: SessionPlace] = [:]
  /// What the timeline shows.
  public internal(set) var timeline = Timeline()
  /// The model that is trained and watched; nil before it was asked for.
  public internal(set) var training: LiveTraining?
  /// The lesson that is given; nil while there is none.
  var lesson: GivenLesson?
  /// Questions before a micro-step.
  var quiz = Quiz()
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
  ///   - model: one whose cell `Diagram.canDraw` says yes to.
  ///   - others: further models with the same vocabulary that the user goes through in turn.
  ///   - named: more of them, which the user chooses by name.
  ///   - tokens: at least one word of the model's vocabulary.
  public init(
    model: SequenceModel, others: [SequenceModel] = [], named: [SequenceModel] = [],
    tokens: [Int], keyMap: KeyMap = .standard
  ) {
    precondition(!tokens.isEmpty, "a sentence needs at least one word")
    models = [model]
    self.keyMap = keyMap
    experiment = Experiment(model: 0, kind: model.kind, tokens: tokens)
    beginning = experiment
    run = Run(model, experiment)
    unit = model.focusUnit
    offer(others, named: named)
  }

  /// Gives models with the same vocabulary that the user can change to from now on.
  ///
  /// To be called before any key: what a key takes over stands behind.
  ///
  /// - Parameters:
  ///   - others: those that the user goes through in turn.
  ///   - named: those that the user chooses by name.
  public mutating func offer(_ others: [SequenceModel], named: [SequenceModel] = []) {
    precondition(
      (others + named).allSatisfy { $0.vocabulary == models[0].vocabulary },
      "models with different words")
    models.insert(contentsOf: named, at: givenCount)
    models.insert(contentsOf: others, at: turnCount)
    givenCount += others.count + named.count
    turnCount += others.count
  }

  /// The model of the present experiment, as it was trained.
  public var model: SequenceModel { models[experiment.model] }
  /// The sentence, as places in the vocabulary; at least one word.
  public var tokens: [Int] { experiment.tokens }
  /// The same cell over the words of the beginning without the edits; nil while nothing is edited.
  public var original: Run? { fork?.original }
  /// Whether words or numbers are other than they were given.
  public var isWhatIf: Bool { experiment.isEdited }
  /// How signals are written.
  public var notation: Notation { Notation(convention, for: run.cell.graph) }
  /// The last micro-step of a time step, from 0.
  public var lastMicroStep: Int { run.microSteps.count - 1 }
  /// The last time step, from 0.
  public var lastTime: Int { tokens.count - 1 }
  /// The stage that is shown.
  public var stage: MicroStep { run.microSteps[microStep] }

  /// Where the keys act now.
  public var context: KeyMap.Context {
    switch popup {
    case nil: view.context
    case .variants: .variants
    case .help: .help
    case .prompt: .prompt
    case .bookmarks: .bookmarks
    case .hold: .hold
    case .edit: .edit
    case .why: .why
    case .check: .check
    case .lessons: .lessons
    case .export: .export
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
    let on = run.kind.gatesWithPeephole
    guard !on.isEmpty else { return nil }
    let trained = on.filter { model.kind.isOn(.peephole($0)) }
    return trained.count == on.count ? .trained : trained.isEmpty ? .illustrative : .mixed
  }

  /// Whether the cell is another than the one the model was trained as, besides its peepholes.
  public var isAltered: Bool {
    model.kind != run.kind.withPeepholes(at: model.kind.gatesWithPeephole)
  }

  /// Whether the model was trained with peepholes of which none is on now.
  public var peepholesAreCut: Bool {
    peepholeOrigin == nil && !model.kind.gatesWithPeephole.isEmpty
  }
}
