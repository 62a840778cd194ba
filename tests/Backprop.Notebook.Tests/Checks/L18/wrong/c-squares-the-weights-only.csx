// L18.c: 0 points
// says: belongs inside the square
- penalty += slope * slope * W[k].Sum(w => w * w);
+ penalty += slope * W[k].Sum(w => w * w);
