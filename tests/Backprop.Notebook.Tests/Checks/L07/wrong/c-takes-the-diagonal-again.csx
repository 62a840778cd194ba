// L07.c: 0 points
// says: There is a factor o (1 - o) too many
- slopes[r][labels[r]] -= 1.0 / scores.Length;
+ for (int i = 0; i < e.Length; i++) slopes[r][i] = (e[i] / sum - (i == labels[r] ? 1 : 0)) * e[i] / sum * (1 - e[i] / sum);
