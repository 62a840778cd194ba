// L01.c: 2 points
// says: no order in time
- return ["FNN", "CNN", "RNN", "LSTM", "AE", "GAN"];
+ return ["AE", "CNN", "RNN", "LSTM", "FNN", "GAN"];
