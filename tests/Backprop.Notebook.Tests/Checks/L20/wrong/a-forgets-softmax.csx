// L20.a: 0 points
// says: The values were mixed with the raw scores
- rows[i][c] += e[j] / e.Sum() * V[j][c];
+ rows[i][c] += scores[j] * V[j][c];
