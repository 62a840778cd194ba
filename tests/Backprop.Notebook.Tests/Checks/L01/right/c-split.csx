// L01.c
string[] Match() => "FNN CNN RNN LSTM AE GAN".Split(' ');
