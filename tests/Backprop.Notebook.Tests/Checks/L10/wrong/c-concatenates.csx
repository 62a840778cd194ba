// L10.c: 3 points
// says: stand one after the other. All belong
- sum = k == 0 ? back : [.. sum.Zip(back, (p, q) => p + q)];
+ sum = [.. sum, .. back];
