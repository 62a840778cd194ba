// L07.b: 0 points
// says: That is the share itself
- return largest - z[label] + Math.Log(sum);
+ return Math.Exp(z[label] - largest) / sum;
