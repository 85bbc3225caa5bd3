#!/usr/bin/env python3
"""Compares cellscope's engine with ONNX Runtime and PyTorch, one thread, in one interleaved run.

    Tests/Benchmarks/compare.py                  the whole table, as Markdown
    Tests/Benchmarks/compare.py --rows step      one group: step, reading, sequence, training, long
    Tests/Benchmarks/compare.py --check          exit status 1 where a ratio misses its target

The first run makes an environment of its own in .build-bench and installs pinned packages from
PyPI (torch brings its GPU libraries along, some 2.5 GB, unless pip finds a wheel without them).
Then the program `cellscope-bench` is built and kept running in its server mode: a command goes in
as one line of words, one line of JSON comes back. The sides take turns, A B C A B C ...,
and each figure is the median of the rounds with the smallest and the largest.

What is compared: LSTM and GRU in single precision with as many inputs as units. cellscope keeps
every gate of every step; the others return the output only. ONNX Runtime's step is a model of one
time step with bound inputs and outputs, its states fed back by swapping two bindings. A training
step is forward, mean squared error, full backpropagation through time and Adam, for an LSTM with 32
inputs and a linear head of 32 outputs on every step.

Beside the step stands what reading its weights alone takes, with the processor's widest vectors
(`reading.c`): no step can be faster, whatever it is compared with.

All sides have the same weights and inputs, drawn from the parameters' names. Before a row is
measured their outputs (all of a sequence, those of 20 steps) or their gradients are compared; where
they differ, the run ends.
"""
import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACE = ROOT / ".build-bench"
PACKAGES = ["torch==2.13.0", "onnxruntime==1.32.0", "onnx==1.23.2", "numpy==2.4.6"]
TRAINING_WIDTH = 32
PROCESSOR_TIME = "--processor-time" in sys.argv

# (cell, units): the smallest ratio to ONNX Runtime, the smallest ratio to PyTorch
STEP = {
    ("lstm", 16): (75, 235), ("lstm", 64): (8, 20), ("lstm", 128): (3.7, 8.7),
    ("lstm", 256): (1.7, 3.1), ("lstm", 512): (1.25, 2),
    ("peephole", 64): (None, None), ("peephole", 256): (None, None),
    ("gru", 64): (None, None), ("gru", 256): (None, None),
}
SEQUENCE = {
    ("lstm", 16): 2.6, ("lstm", 64): 1.85, ("lstm", 128): 1.4, ("lstm", 256): 1.4,
    ("lstm", 512): 1.25, ("peephole", 64): None, ("gru", 64): None,
}
# (units, steps, sequences): the smallest ratio to PyTorch
TRAINING = {(32, 50, 1): 15, (64, 100, 1): 4, (64, 100, 32): 1.8}
GROUPS = ["step", "reading", "sequence", "training", "long"]
SEQUENCE_STEPS = 1000
COMPARED_STEPS = 20
OUTPUT_TOLERANCE, SLOPE_TOLERANCE = 1e-5, 1e-4
LONG_STEPS, LONG_UNITS = 1_000_000, 64


def enter_environment():
    """Makes the environment if it is not there yet, and goes on inside it."""
    python = PLACE / "venv" / "bin" / "python"
    if pathlib.Path(sys.prefix) == PLACE / "venv":
        return
    wanted = "\n".join(PACKAGES)
    stamp = PLACE / "installed.txt"
    if not stamp.exists() or stamp.read_text() != wanted:
        print("installing", *PACKAGES, file=sys.stderr)
        venv.create(PLACE / "venv", clear=True, with_pip=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True, stdout=sys.stderr)
        stamp.write_text(wanted)
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


def numbers(name, count, scale=1.0):
    """Numbers in [-1, 1) that both sides can make from a name: FNV-1a is the seed of SplitMix64."""
    import numpy
    mask = (1 << 64) - 1
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = (seed ^ byte) * 0x100000001B3 & mask
    wide = numpy.uint64
    z = numpy.arange(1, count + 1, dtype=wide) * wide(0x9E3779B97F4A7C15) + wide(seed)
    z = (z ^ (z >> wide(30))) * wide(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> wide(27))) * wide(0x94D049BB133111EB)
    high = ((z ^ (z >> wide(31))) >> wide(40)).astype(numpy.float32)
    return (high / numpy.float32(1 << 23) - numpy.float32(1)) * numpy.float32(scale)


def parameters(gates, kind, count, units):
    """A parameter of several gates, one after the other."""
    import numpy
    return numpy.concatenate(
        [numbers(f"{gate}.{kind}", count, scale_of(units)) for gate in gates])


def scale_of(units):
    """How large the weights of H units are: 1/sqrt(H)."""
    import numpy
    return numpy.float32(1) / numpy.sqrt(numpy.float32(units))


def state_of(cell):
    """What cellscope calls the state that the gates read."""
    return "memory" if cell == "gru" else "activation"


def difference(ours, theirs):
    """The largest difference of two lists of outputs, which lie between -1 and 1."""
    if len(ours) != len(theirs):
        raise SystemExit(f"{len(ours)} outputs and {len(theirs)}")
    largest = max(abs(a - b) for a, b in zip(ours, theirs))
    if not largest <= OUTPUT_TOLERANCE:
        raise SystemExit(f"the outputs differ by {largest}")
    return largest


def timed(call, count):
    """Microseconds for each call, on the wall or, on a busy machine, on the processor."""
    clock = time.thread_time if PROCESSOR_TIME else time.perf_counter
    start = clock()
    for _ in range(count):
        call()
    return (clock() - start) / count * 1e6


class Cellscope:
    """The program in its server mode."""

    def __init__(self):
        build = ["swift", "build", "-c", "release", "--product", "cellscope-bench"]
        subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
        self.process = subprocess.Popen(
            [ROOT / ".build" / "release" / "cellscope-bench", "serve"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)

    def ask(self, *words):
        if PROCESSOR_TIME and words[0].split()[0] != "long":
            words += ("--processor-time",)
        print(*words, file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        answer = json.loads(line) if line else {"error": "it ended"}
        if "error" in answer:
            raise SystemExit(f"cellscope-bench {' '.join(map(str, words))}: {answer['error']}")
        return answer

    def measure_step(self, cell, units, count):
        """Microseconds for each of so many steps."""
        return self.ask(
            "step --repeats 1 --cell", cell, "--hidden", units, "--steps", count)["us_per_step"]

    def peak_memory(self):
        """The most memory the program itself has had, in MB; 0 where the system does not say."""
        try:
            lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        except OSError:
            return 0
        return sum(
            int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmHWM:"))

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Reading:
    """The C program that only reads."""

    def __init__(self):
        program = PLACE / "reading"
        subprocess.run(
            ["cc", "-O3", "-march=native", "-D_GNU_SOURCE", "-o", program,
             pathlib.Path(__file__).with_name("reading.c")], check=True)
        self.process = subprocess.Popen(
            [program] + ["--processor-time"] * PROCESSOR_TIME, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)

    def measure(self, numbers, count):
        print(numbers, count, file=self.process.stdin, flush=True)
        return float(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class OnnxRuntime:
    """One recurrent layer as an ONNX model; the step feeds its states back."""

    def __init__(self, cell, units, steps):
        import numpy
        import onnxruntime
        self.steps = steps
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        self.session = onnxruntime.InferenceSession(
            self.model(cell, units, steps), options, providers=["CPUExecutionProvider"])
        x = numbers("x", max(steps, COMPARED_STEPS) * units).reshape(-1, 1, units)
        states = ["h"] if cell == "gru" else ["h", "c"]
        held = [
            {name: onnxruntime.OrtValue.ortvalue_from_numpy(
                numpy.zeros((1, 1, units), numpy.float32)) for name in states} for _ in range(2)]
        self.held = held
        self.inputs = x
        self.x = onnxruntime.OrtValue.ortvalue_from_numpy(x[:steps])
        self.y = onnxruntime.OrtValue.ortvalue_from_numpy(
            numpy.zeros((steps, 1, 1, units), numpy.float32))
        self.bindings = [self.bind(held[0], held[1], states), self.bind(held[1], held[0], states)]

    def bind(self, before, after, states):
        binding = self.session.io_binding()
        binding.bind_ortvalue_input("x", self.x)
        for name in states:
            binding.bind_ortvalue_input(f"{name}0", before[name])
            binding.bind_ortvalue_output(name, after[name])
        if self.steps > 1:
            binding.bind_ortvalue_output("y", self.y)
        return binding

    @staticmethod
    def model(cell, units, steps):
        import numpy
        from onnx import TensorProto, helper, numpy_helper
        gates = (
            ["update", "relevance", "candidate"] if cell == "gru"
            else ["update", "output", "forget", "candidate"])
        rows = len(gates) * units
        state = state_of(cell)
        biases = numpy.zeros((2, len(gates), units), numpy.float32)
        biases[0] = parameters(gates, "bias", units, units).reshape(len(gates), units)
        if cell == "gru":
            biases[1, 2] = parameters(["candidate"], f"bias.{state}", units, units)
        tensors = {
            "w": parameters(gates, "weight.input", units * units, units).reshape(1, rows, units),
            "r": parameters(gates, f"weight.{state}", units * units, units).reshape(
                1, rows, units),
            "b": biases.reshape(1, 2 * rows),
        }
        inputs = ["x", "w", "r", "b", "", "h0"] + ([] if cell == "gru" else ["c0"])
        if cell == "peephole":
            tensors["p"] = parameters(
                ["update", "output", "forget"], "peephole.memory", units, units
            ).reshape(1, 3 * units)
            inputs.append("p")
        outputs = ["y" if steps > 1 else "", "h"] + ([] if cell == "gru" else ["c"])
        options = {"linear_before_reset": 1} if cell == "gru" else {}
        node = helper.make_node(
            "GRU" if cell == "gru" else "LSTM", inputs, outputs, hidden_size=units, **options)
        number = TensorProto.FLOAT

        def info(name, *shape):
            return helper.make_tensor_value_info(name, number, shape)
        states = [name for name in ("h", "c") if name in outputs]
        graph = helper.make_graph(
            [node], cell,
            [info("x", steps, 1, units)] + [info(f"{name}0", 1, 1, units) for name in states],
            ([info("y", steps, 1, 1, units)] if steps > 1 else [])
            + [info(name, 1, 1, units) for name in states],
            [numpy_helper.from_array(tensor, name) for name, tensor in tensors.items()])
        made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)])
        made.ir_version = 8
        return made.SerializeToString()

    def values(self):
        """The outputs: of the sequence, or of some steps, each with another input."""
        if self.steps > 1:
            self.session.run_with_iobinding(self.bindings[0])
            return self.y.numpy().ravel().tolist()
        outputs = []
        for step in range(COMPARED_STEPS):
            self.x.update_inplace(self.inputs[step:step + 1])
            self.session.run_with_iobinding(self.bindings[step % 2])
            outputs += self.held[1 - step % 2]["h"].numpy().ravel().tolist()
        return outputs

    def measure(self, count):
        run, (even, odd) = self.session.run_with_iobinding, self.bindings

        def twice():
            run(even)
            run(odd)
        return timed(twice, (count + 1) // 2) / 2

    def measure_sequence(self, count):
        run, binding = self.session.run_with_iobinding, self.bindings[0]
        return timed(lambda: run(binding), count) / self.steps


class TorchCell:
    """PyTorch's LSTMCell or GRUCell, its states fed back."""

    def __init__(self, cell, units):
        import torch
        self.torch, self.has_memory = torch, cell != "gru"
        self.cell = (torch.nn.GRUCell if cell == "gru" else torch.nn.LSTMCell)(units, units)
        gates = (
            ["relevance", "update", "candidate"] if cell == "gru"
            else ["update", "forget", "candidate", "output"])
        state = state_of(cell)
        with torch.no_grad():
            self.set("weight_ih", parameters(gates, "weight.input", units * units, units))
            self.set("weight_hh", parameters(gates, f"weight.{state}", units * units, units))
            self.set("bias_ih", parameters(gates, "bias", units, units))
            self.cell.bias_hh.zero_()
            if cell == "gru":
                self.cell.bias_hh[2 * units:] = torch.from_numpy(
                    parameters(["candidate"], f"bias.{state}", units, units))
        self.inputs = torch.from_numpy(numbers("x", COMPARED_STEPS * units)).reshape(-1, 1, units)
        self.x = self.inputs[0]
        zeros = torch.zeros(1, units)
        self.state = (zeros, zeros) if self.has_memory else zeros

    def set(self, name, values):
        tensor = getattr(self.cell, name)
        tensor.copy_(self.torch.from_numpy(values).reshape(tensor.shape))

    def values(self):
        """The outputs of some steps, each with another input."""
        outputs = []
        with self.torch.inference_mode():
            for x in self.inputs:
                self.state = self.cell(x, self.state)
                output = self.state[0] if self.has_memory else self.state
                outputs += output.flatten().tolist()
        return outputs

    def measure(self, count):
        cell, x = self.cell, self.x

        def step():
            self.state = cell(x, self.state)
        with self.torch.inference_mode():
            return timed(step, count)


class TorchTraining:
    """An LSTM with a linear head on every step, mean squared error, and fused Adam."""

    def __init__(self, units, steps, sequences):
        import torch
        width = TRAINING_WIDTH
        self.lstm, self.head = torch.nn.LSTM(width, units), torch.nn.Linear(units, width)
        self.loss = torch.nn.functional.mse_loss
        gates = ["update", "forget", "candidate", "output"]
        # Where each parameter stands that cellscope-bench names.
        self.places = {
            "readout.weight": (self.head.weight, slice(None)),
            "readout.bias": (self.head.bias, slice(None))}
        for kind, tensor in [
                ("weight.input", self.lstm.weight_ih_l0),
                ("weight.activation", self.lstm.weight_hh_l0), ("bias", self.lstm.bias_ih_l0)]:
            for index, gate in enumerate(gates):
                place = slice(index * units, (index + 1) * units)
                self.places[f"{gate}.{kind}"] = (tensor, place)
        with torch.no_grad():
            self.lstm.bias_hh_l0.zero_()
            for name, (tensor, place) in self.places.items():
                drawn = numbers(name, tensor[place].numel(), scale_of(units))
                tensor[place] = torch.from_numpy(drawn).reshape(tensor[place].shape)
        shape = (steps, sequences, width)
        count = steps * sequences * width
        self.x = torch.from_numpy(numbers("x", count)).reshape(shape)
        self.target = torch.from_numpy(numbers("target", count)).reshape(shape)
        self.adam = torch.optim.Adam(
            [*self.lstm.parameters(), *self.head.parameters()], lr=1e-3, fused=True)

    def gradient(self):
        """The loss, and the slopes of each parameter by its name."""
        self.adam.zero_grad(set_to_none=True)
        loss = self.loss(self.head(self.lstm(self.x)[0]), self.target)
        loss.backward()
        return {"loss": [float(loss.detach())]} | {
            name: tensor.grad[place].flatten().tolist()
            for name, (tensor, place) in self.places.items()}

    def update(self):
        self.adam.zero_grad(set_to_none=True)
        self.loss(self.head(self.lstm(self.x)[0]), self.target).backward()
        self.adam.step()

    def measure(self, count):
        return timed(self.update, count)


def slope_difference(ours, theirs):
    """The largest difference of two gradients, each a list for every name, by the largest slope."""
    if ours.keys() - {"what"} != theirs.keys():
        raise SystemExit(f"the parameters are {', '.join(ours)} and {', '.join(theirs)}")
    largest = max(
        abs(slope) for name, slopes in theirs.items() if name != "loss" for slope in slopes)
    apart = max(
        abs(a - b) for name in theirs for a, b in zip(ours[name], theirs[name], strict=True))
    if not apart <= SLOPE_TOLERANCE * largest:
        raise SystemExit(f"the gradients differ by {apart / largest} of the largest slope")
    return apart / largest


def in_turns(rounds, sides):
    """Measures the sides A B C A B C ...; for each the list of its figures."""
    figures = [[] for _ in sides]
    for round_ in range(rounds + 1):
        for figure, side in zip(figures, sides):
            measured = side()
            if round_ > 0:  # the first warms up
                figure.append(measured)
    return figures


class Table:
    """Rows of Markdown, and the targets that were missed."""

    def __init__(self):
        self.missed = []

    def begin(self, title, *columns):
        print(f"\n{title}\n\n| {' | '.join(columns)} |\n|{' --- |' * len(columns)}")

    @staticmethod
    def figure(values):
        digits = 3 if statistics.median(values) < 10 else 1
        low, middle, high = min(values), statistics.median(values), max(values)
        return f"{middle:.{digits}f} ({low:.{digits}f}..{high:.{digits}f})"

    def ratio(self, name, ours, theirs, target):
        """How many times faster we are: the median of the rounds' ratios, and their spread."""
        ratios = [other / own for own, other in zip(ours, theirs)]
        middle = statistics.median(ratios)
        text = f"**{middle:.2f}** ({min(ratios):.2f}..{max(ratios):.2f})"
        if target is None:
            return text
        if middle < target:
            self.missed.append(f"{name}: {middle:.2f}, wanted {target}")
        return f"{text} ≥ {target}"

    def row(self, name, ours, others, apart):
        """A row of our figures and, for each other side, its figures and the target; or None."""
        cells = [name, self.figure(ours)]
        for other, target in others:
            cells += [self.figure(other), self.ratio(name, ours, other, target)] if other else [
                "–", "–"]
        cells.append(f"{apart:.0e}")
        print(f"| {' | '.join(cells)} |", flush=True)


def counts(units):
    """How often each side steps in one measurement: about a tenth of a second for the others."""
    return max(500, int(2e8 / (8 * units * units + 20_000)))


def compare_steps(table, us, rounds):
    table.begin(
        "One time step, every gate kept (µs)", "cell, H", "cellscope", "ONNX Runtime", "ratio",
        "PyTorch cell", "ratio", "outputs differ by")
    for (cell, units), (onnx_target, torch_target) in STEP.items():
        count = counts(units)
        onnx = OnnxRuntime(cell, units, 1)
        values = us.ask(
            "step --values --cell", cell, "--hidden", units, "--steps", COMPARED_STEPS)["values"]
        apart = difference(values, onnx.values())
        sides = [
            lambda: us.measure_step(cell, units, count * 4),
            lambda: onnx.measure(count)]
        if cell != "peephole":
            torch_cell = TorchCell(cell, units)
            apart = max(apart, difference(values, torch_cell.values()))
            sides.append(lambda: torch_cell.measure(count // 2))
        figures = in_turns(rounds, sides)
        others = [(figures[1], onnx_target), (figures[2] if len(sides) > 2 else None, torch_target)]
        table.row(f"{cell} {units}", figures[0], others, apart)


def compare_reading(table, us, rounds):
    table.begin(
        "One time step, and reading its weights alone (µs)", "cell, H", "KB", "cellscope", "reading",
        "share of the step")
    reading = Reading()
    for cell, units in STEP:
        if cell == "peephole":
            continue
        weights = (3 if cell == "gru" else 4) * 2 * units * units
        count = counts(units) * 4
        ours, least = in_turns(rounds, [
            lambda: us.measure_step(cell, units, count),
            lambda: reading.measure(weights, count)])
        share = statistics.median(b / a for a, b in zip(ours, least))
        cells = [
            f"{cell} {units}", f"{weights * 4 / 1024:.0f}", table.figure(ours), table.figure(least),
            f"{share:.0%}"]
        print(f"| {' | '.join(cells)} |", flush=True)
    reading.close()


def compare_sequences(table, us, rounds):
    table.begin(
        f"A known sequence of {SEQUENCE_STEPS} steps, every gate kept (µs per step)", "cell, H",
        "cellscope", "ONNX Runtime", "ratio", "outputs differ by")
    for (cell, units), target in SEQUENCE.items():
        onnx = OnnxRuntime(cell, units, SEQUENCE_STEPS)
        words = ["--cell", cell, "--hidden", units, "--steps", SEQUENCE_STEPS]
        apart = difference(us.ask("sequence --values", *words)["values"], onnx.values())
        count = max(2, counts(units) // 400)
        figures = in_turns(rounds, [
            lambda: us.ask("sequence --repeats", count | 1, *words)["us_per_step"],
            lambda: onnx.measure_sequence(count)])
        table.row(f"{cell} {units}", figures[0], [(figures[1], target)], apart)


def compare_training(table, us, rounds):
    table.begin(
        "One training step: forward, backpropagation through time, Adam (µs)", "H, T, B",
        "cellscope", "PyTorch, fused Adam", "ratio", "slopes differ by")
    for (units, steps, sequences), target in TRAINING.items():
        torch_side = TorchTraining(units, steps, sequences)
        words = [
            "train --inputs", TRAINING_WIDTH, "--hidden", units, "--steps", steps, "--sequences",
            sequences]
        apart = slope_difference(us.ask(*words, "--gradient"), torch_side.gradient())
        count = max(10, 50_000 // (steps * sequences))
        figures = in_turns(rounds, [
            lambda: us.ask(*words, "--repeats 1 --updates", count * 4)["us_per_update"],
            lambda: torch_side.measure(count)])
        name = f"{units}, {steps}, {sequences}"
        cells = [
            name, table.figure(figures[0]), table.figure(figures[1]),
            table.ratio(name, figures[0], figures[1], target), f"{apart:.0e} of the largest"]
        print(f"| {' | '.join(cells)} |", flush=True)


def show_long(table):
    table.begin(
        "A long sequence", "T, H", "open (s)", "seek (ms)", "slowest of 200 (ms)",
        "resident memory (MB)")
    us = Cellscope()  # a fresh process: memory is measured
    answer = us.ask("long --steps", LONG_STEPS, "--hidden", LONG_UNITS)
    answer["peak_mb"] = us.peak_memory() or answer["peak_mb"]
    us.close()
    wanted = {"open_s": 1, "worst_seek_ms": 10, "peak_mb": 200}
    for name, limit in wanted.items():
        if answer[name] >= limit:
            table.missed.append(f"long sequence, {name}: {answer[name]}, wanted below {limit}")
    print(
        f"| {LONG_STEPS:,}, {LONG_UNITS} | {answer['open_s']:.2f} < 1 | {answer['seek_ms']:.2f} "
        f"| {answer['worst_seek_ms']:.2f} < 10 | {answer['peak_mb']:.0f} < 200 |")


def machine():
    """The processor as the system names it."""
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        parts = [line.split(":", 1) for line in lines if ":" in line]
        found = {name.strip(): value.strip() for name, value in parts}
        family = f"family {found.get('cpu family', '?')}, model {found.get('model', '?')}"
        flags = found.get("flags", "")
        widest = "AVX-512" if "avx512f" in flags else "AVX2" if "avx2" in flags else "no AVX2"
        return f"{found.get('model name', '?')}, {family}, {widest}, {os.cpu_count()} cores"
    except OSError:
        return platform.processor() or platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--rows", nargs="*", choices=GROUPS, default=GROUPS)
    parser.add_argument("--rounds", type=int, default=7, help="at least 5")
    parser.add_argument("--check", action="store_true")
    parser.add_argument(
        "--processor-time", action="store_true",
        help="count the time on the processor, for a machine with other work")
    options = parser.parse_args()
    enter_environment()
    os.environ["OMP_NUM_THREADS"] = "1"
    import numpy
    import onnxruntime
    import torch
    torch.set_num_threads(1)
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    print(
        f"{machine()}; one thread; {platform.system()} {platform.release()}; PyTorch "
        f"{torch.__version__}, ONNX Runtime {onnxruntime.__version__}, NumPy {numpy.__version__}; "
        f"{swift.splitlines()[0] if swift else 'Swift'}. Medians of {options.rounds} rounds in "
        "turns, with the smallest and the largest"
        f"{', in processor time' if PROCESSOR_TIME else ''}.")
    table, us = Table(), Cellscope()
    rounds = max(5, options.rounds)
    if "step" in options.rows:
        compare_steps(table, us, rounds)
    if "reading" in options.rows:
        compare_reading(table, us, rounds)
    if "sequence" in options.rows:
        compare_sequences(table, us, rounds)
    if "training" in options.rows:
        compare_training(table, us, rounds)
    us.close()
    if "long" in options.rows:
        show_long(table)
    for miss in table.missed:
        print("missed:", miss, file=sys.stderr)
    if options.check and table.missed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
