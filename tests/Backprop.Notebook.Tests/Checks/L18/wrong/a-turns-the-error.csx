// L18.a: 2 points
// says: The sign is turned
- slopes[k][i] = 2.0 / x.Length * (e[i] * h[k] + back * x[i]);
+ slopes[k][i] = -2.0 / x.Length * (e[i] * h[k] + back * x[i]);
