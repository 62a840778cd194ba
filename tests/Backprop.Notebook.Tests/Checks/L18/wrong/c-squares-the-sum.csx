// L18.c: 0 points
// says: You squared the sum
- penalty += slope * slope * W[k].Sum(w => w * w);
+ penalty += Math.Pow(slope * W[k].Sum(), 2);
