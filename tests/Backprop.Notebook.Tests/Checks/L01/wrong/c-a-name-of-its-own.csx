// L01.c: 0 points
// says: is none of the six names
- return ["FNN", "CNN", "RNN", "LSTM", "AE", "GAN"];
+ return ["FNN", "CNN", "RNN", "LSTM", "AUTOENCODER", "GAN"];
