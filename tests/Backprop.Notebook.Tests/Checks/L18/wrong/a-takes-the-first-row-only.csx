// L18.a: 4 points
// says: Does each use its own row of W
- double back = W[k].Zip(e, (w, d) => w * d).Sum();
+ double back = W[0].Zip(e, (w, d) => w * d).Sum();
