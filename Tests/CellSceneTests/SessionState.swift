import CellEngine
import Screen

@testable import CellScene

/// All that a key can change about a session, to compare before and after.
struct SessionState: Equatable {
  var kind: CellKind
  var experiment: Experiment
  var view: View
  var rival: Rival?
  var otherValues: [Double]?
  var values: [Double]
  var outputs: [[Double]]
  var place: [Int]
  var showsNumbers: Bool
  var convention: Notation.Convention
  var search: TextSearch?
  var bookmarks: [Character: SessionPlace]
  var timeline: Timeline
  var loss: Loss
  var theme: ThemeChoice
  var isBlank: Bool
  var language: Language
  var isPresenting: Bool
  var hasMouse: Bool
  var updates: [Int?]
  var popup: Session.Popup?
  var isPlaying: Bool
  var speed: Int
  var count: Int?
  var notice: Notice?
  var hasMarks: Bool
  var lesson: [Int]?
  var isUntouched: Bool?
  var quiz: Quiz

  init(_ session: Session) {
    kind = session.run.kind
    experiment = session.experiment
    view = session.view
    rival = session.rival
    otherValues = session.comparison?.run.trace.values
    values = session.run.trace.values
    outputs = session.run.outputs
    place = [session.time, session.microStep, session.unit]
    showsNumbers = session.showsNumbers
    convention = session.convention
    search = session.search
    bookmarks = session.bookmarks
    timeline = session.timeline
    loss = session.loss
    theme = session.theme
    isBlank = session.isBlank
    language = session.language
    isPresenting = session.isPresenting
    hasMouse = session.hasMouse
    updates = [session.training?.count, session.training?.shown]
    popup = session.popup
    isPlaying = session.isPlaying
    speed = session.speed
    count = session.count
    notice = session.notice
    hasMarks = session.before != nil
    lesson = session.lesson?.place
    isUntouched = session.lesson?.isUntouched
    quiz = session.quiz
  }

  /// The same without what every key takes back: the notice, the count and the marks.
  var lasting: SessionState {
    var state = self
    state.count = nil
    state.notice = nil
    state.hasMarks = false
    return state
  }
}

extension Session {
  var state: SessionState { SessionState(self) }

  /// Time step and micro-step, both from 0.
  var place: [Int] { [time, microStep] }
}
