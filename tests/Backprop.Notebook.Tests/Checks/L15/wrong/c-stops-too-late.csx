// L15.c: 0 points
// says: That is one epoch too late
- else if (epoch - best == patience) return (epoch, best);
+ else if (epoch - best > patience) return (epoch, best);
