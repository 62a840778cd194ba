// L18.b: 3 points
// says: The second half has the wrong sign
- double slope = -rho / mean + (1 - rho) / (1 - mean);
+ double slope = -rho / mean - (1 - rho) / (1 - mean);
