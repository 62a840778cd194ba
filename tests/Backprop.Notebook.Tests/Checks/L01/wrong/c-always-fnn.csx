// L01.c: 0 points
// says: each name is used once
- return ["FNN", "CNN", "RNN", "LSTM", "AE", "GAN"];
+ return ["FNN", "FNN", "FNN", "FNN", "FNN", "FNN"];
