// L01.c: 3 points
// says: the chip is tiny
- return ["FNN", "CNN", "RNN", "LSTM", "AE", "GAN"];
+ return ["FNN", "CNN", "LSTM", "RNN", "AE", "GAN"];
