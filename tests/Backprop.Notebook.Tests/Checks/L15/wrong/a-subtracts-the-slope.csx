// L15.a: 2 points
// says: The sign: the slope of the term is added
- result[l] = [.. weights[l].Zip(slopes[l], (w, slope) => slope + lambda * w)];
+ result[l] = [.. weights[l].Zip(slopes[l], (w, slope) => slope - lambda * w)];
