// L21.a: 0 points
// says: You used a sigmoid in the hidden layer
- z += Math.Tanh(sum) * kernel2[j][0];
+ z += 1 / (1 + Math.Exp(-sum)) * kernel2[j][0];
