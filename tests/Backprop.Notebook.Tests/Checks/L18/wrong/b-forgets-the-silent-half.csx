// L18.b: 0 points
// says: That is the first half
- + (1 - rho) * Math.Log((1 - rho) / (1 - mean));
+ + 0;
