// L01.c: 0 points
// says: there should be 6
- return ["FNN", "CNN", "RNN", "LSTM", "AE", "GAN"];
+ return [];
