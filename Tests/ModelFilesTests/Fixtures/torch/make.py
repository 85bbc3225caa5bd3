"""Writes the models of this folder and what PyTorch computes with them, in double precision.

  pip install torch==2.9.1 safetensors numpy && python make.py
"""
import json
import torch
from safetensors.torch import save_file

torch.manual_seed(7)
torch.set_default_dtype(torch.float64)


class Words(torch.nn.Module):
    """A language model as tutorials write it."""

    def __init__(self, words, width, units, layers):
        super().__init__()
        self.embedding = torch.nn.Embedding(words, width)
        self.lstm = torch.nn.LSTM(width, units, layers, batch_first=True)
        self.decoder = torch.nn.Linear(units, words)

    def forward(self, tokens):
        return self.decoder(self.lstm(self.embedding(tokens))[0])


class Series(torch.nn.Module):
    """Two layers in both directions over numbers, with a layer behind them."""

    def __init__(self):
        super().__init__()
        self.rnn = torch.nn.GRU(2, 3, 2, batch_first=True, bidirectional=True)
        self.fc = torch.nn.Linear(6, 1)


def save(module, name):
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.mul_(1.7)
    save_file(module.state_dict(), name + ".safetensors", {"format": "pt"})


model, tokens = Words(6, 3, 4, 2), [0, 3, 1, 5, 5, 2]
save(model, "words")
with torch.no_grad():
    scores = model(torch.tensor([tokens]))[0]
    shown = model.lstm(model.embedding(torch.tensor([tokens])))[0][0]
vocabulary = ["the", "cat", "sat", "old", "dog", "."]
json.dump(vocabulary, open("words.vocabulary.json", "w"))
json.dump({"tokens": tokens, "shown": shown.tolist(), "probabilities": torch.softmax(scores, 1).tolist()},
          open("words.json", "w"))

model = Series()
save(model, "series")
x, start = torch.randn(1, 7, 2), torch.randn(4, 1, 3)
with torch.no_grad():
    shown, _ = model.rnn(x, start)
json.dump({"x": x[0].tolist(), "a0": start[:, 0].tolist()}, open("series.input.json", "w"))
json.dump({"shown": shown[0].tolist()}, open("series.json", "w"))


class Forecast(torch.nn.Module):
    """One layer over numbers, and what a linear layer makes of it at every step."""

    def __init__(self):
        super().__init__()
        self.lstm = torch.nn.LSTM(1, 4, batch_first=True)
        self.fc = torch.nn.Linear(4, 2)


model = Forecast()
save(model, "forecast")
x = torch.sin(torch.arange(6.0)).reshape(1, 6, 1)
with torch.no_grad():
    output = model.fc(model.lstm(x)[0])
json.dump({"x": x[0].tolist()}, open("forecast.input.json", "w"))
json.dump({"output": output[0].tolist()}, open("forecast.json", "w"))
