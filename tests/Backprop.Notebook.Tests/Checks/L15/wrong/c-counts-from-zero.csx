// L15.c: 0 points
// says: You count from 0
- else if (epoch - best == patience) return (epoch, best);
+ else if (epoch - best == patience) return (epoch - 1, best - 1);
- return (losses.Length, best);
+ return (losses.Length - 1, best - 1);
