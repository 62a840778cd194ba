// L01.c
string[] Match() => ["fnn", "cnn", "rnn", "lstm", "ae", "gan"];
