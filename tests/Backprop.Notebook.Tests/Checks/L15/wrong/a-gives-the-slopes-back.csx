// L15.a: 2 points
// says: the slope of the term is missing
- result[l] = [.. weights[l].Zip(slopes[l], (w, slope) => slope + lambda * w)];
+ result[l] = [.. slopes[l]];
