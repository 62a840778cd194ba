// L01.c: 2 points
// says: a picture goes in
- return ["FNN", "CNN", "RNN", "LSTM", "AE", "GAN"];
+ return ["FNN", "GAN", "RNN", "LSTM", "AE", "CNN"];
