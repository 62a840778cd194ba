// L02.a: 0 points
// says: multiplies by h
- return (f(x + h) - f(x - h)) / (2 * h);
+ return (f(x + h) - f(x - h)) / 2 * h;
