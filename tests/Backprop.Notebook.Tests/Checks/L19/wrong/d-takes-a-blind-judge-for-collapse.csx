// L19.d: 1 points
// says: Look at D(real) from row to row
string[] Diagnose() => ["collapsed", "blind", "frozen"];
