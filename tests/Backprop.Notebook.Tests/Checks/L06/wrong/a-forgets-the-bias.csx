// L06.a: 0 points
// says: The biases are missing
- z[r] = biases[l][r];
+ 
