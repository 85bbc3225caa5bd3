import CellScene
import Screen
import Testing

/// Stepping by itself.
@Suite struct PlayingTests {
  @Test func `each tick is one micro-step, and at the end playing stops`() throws {
    var session = try Examples.session()
    session.press("a")
    for tick in 1..<88 {
      session.tick()
      #expect(session.time * 11 + session.microStep == tick)
      #expect(session.isPlaying)
    }
    session.tick()
    #expect(session.place == [7, 10])
    #expect(!session.isPlaying)
  }

  @Test(arguments: [(0, 40), (15, 25), (39, 1), (40, 0), (70, 0)])
  func `the time that a tick takes is part of its time`(work: Int, wait: Int) {
    var metronome = Metronome()
    var now = ContinuousClock.now
    #expect(metronome.wait(atTicksPerSecond: 25, now: now) == .milliseconds(40))
    for _ in 0..<5 {
      now += .milliseconds(40)
      metronome.tick(atTicksPerSecond: 25, now: now)
      let found = metronome.wait(atTicksPerSecond: 25, now: now + .milliseconds(work))
      #expect(found == .milliseconds(wait))
    }
    metronome.stop()
    #expect(metronome.wait(atTicksPerSecond: 2, now: now) == .milliseconds(500))
  }

  @Test func `what was missed is not caught up, and a key delays no tick`() {
    var metronome = Metronome()
    let start = ContinuousClock.now
    #expect(metronome.wait(atTicksPerSecond: 2, now: start) == .milliseconds(500))
    let key = start + .milliseconds(200)
    #expect(metronome.wait(atTicksPerSecond: 2, now: key) == .milliseconds(300))
    let late = start + .seconds(60)
    metronome.tick(atTicksPerSecond: 2, now: late)
    metronome.tick(atTicksPerSecond: 2, now: late)
    #expect(metronome.wait(atTicksPerSecond: 2, now: late) == .milliseconds(500))
  }

  @Test func `a tick without playing changes nothing`() throws {
    var session = try Examples.session()
    session.press("p")
    let before = session.state
    session.tick()
    #expect(session.state == before)
  }

  @Test func `a plays and stops, and says so`() throws {
    var session = try Examples.session()
    session.press("a")
    #expect(session.isPlaying)
    #expect(session.notice == .playing(perSecond: 0.5))
    session.tick()
    #expect(session.notice == nil)
    session.press("a")
    #expect(!session.isPlaying)
    #expect(session.notice == .stopped(perSecond: 0.5))
  }

  @Test(arguments: ["Space", "h", "L", "j", "p", "F", "v", "?", "E", "Esc", "C-l", "C-z", "C-c"])
  func `a key that does something stops playing`(key: String) throws {
    var session = try Examples.session()
    session.press("a")
    session.press(key)
    #expect(!session.isPlaying)
  }

  @Test(arguments: [
    ("", 0.5), ("+", 1), ("=", 1), ("-", 0.5), ("+ + -", 1), ("+ + + + + +", 8),
    ("+ + + + + + -", 4),
  ])
  func `plus and minus change how fast it plays`(keys: String, perSecond: Double) throws {
    var session = try Examples.session()
    session.press(keys + " a")
    #expect(session.isPlaying)
    #expect(session.notice == .playing(perSecond: perSecond))
    #expect(Session.speeds[session.speed] == perSecond)
  }

  @Test func `Ctrl-C twice quits while playing, however many ticks lie between`() throws {
    var session = try Examples.session()
    session.press("a C-c")
    for _ in 0..<5 { session.tick() }
    #expect(session.press("C-c") == .quit)
  }
}
