// L18.b: 0 points
// says: have changed places
- penalty += rho * Math.Log(rho / mean)
+ penalty += mean * Math.Log(mean / rho)
- + (1 - rho) * Math.Log((1 - rho) / (1 - mean));
+ + (1 - mean) * Math.Log((1 - mean) / (1 - rho));
