/* How long HiGHS takes to solve programmes one after another, in CPU time of this process, which is
 * what a clock says on an idle machine:
 *
 *   propose-highs REPETITIONS PRESOLVE(on|off) SECONDS START(cold|warm) FILE.lp...
 *
 * One thread, gaps zero. Reading is not counted. Each file is solved REPETITIONS times and the
 * median taken; all of them together get about SECONDS for one round. "warm" offers the solution of
 * a file to the next one, by the names of variables. Prints for each file: seconds, objective, and
 * 1 when it is proven optimal. Built by tests/bench/propose.sh without the headers of HiGHS, which
 * are not needed for these few functions. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void* Highs_create(void);
void Highs_destroy(void* highs);
int Highs_setBoolOptionValue(void* highs, const char* option, int value);
int Highs_setIntOptionValue(void* highs, const char* option, int value);
int Highs_setDoubleOptionValue(void* highs, const char* option, double value);
int Highs_setStringOptionValue(void* highs, const char* option, const char* value);
int Highs_readModel(void* highs, const char* file);
int Highs_run(void* highs);
int Highs_clearSolver(void* highs);
int Highs_getModelStatus(const void* highs);
double Highs_getObjectiveValue(const void* highs);
int Highs_getNumCol(const void* highs);
int Highs_getColName(const void* highs, int column, char* name);
int Highs_getColByName(const void* highs, const char* name, int* column);
int Highs_getSolution(const void* highs, double* column_value, double* column_dual,
                      double* row_value, double* row_dual);
int Highs_setSolution(void* highs, const double* column_value, const double* row_value,
                      const double* column_dual, const double* row_dual);

enum { kOptimal = 7, kLongestName = 512 };

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double)at.tv_sec + 1e-9 * (double)at.tv_nsec;
}

static int ascending(const void* a, const void* b) {
  const double x = *(const double*)a;
  const double y = *(const double*)b;
  return (x > y) - (x < y);
}

static void* open_model(const char* file, const char* presolve) {
  void* highs = Highs_create();
  Highs_setBoolOptionValue(highs, "output_flag", 0);
  Highs_setIntOptionValue(highs, "threads", 1);
  Highs_setStringOptionValue(highs, "presolve", presolve);
  Highs_setDoubleOptionValue(highs, "mip_rel_gap", 0);
  Highs_setDoubleOptionValue(highs, "mip_abs_gap", 0);
  if (Highs_readModel(highs, file) < 0) {
    fprintf(stderr, "cannot read %s\n", file);
    exit(2);
  }
  return highs;
}

/* The solution of `from` in the order of the variables of `to`. */
static double* carried_over(const void* from, const double* values, const void* to) {
  const int columns = Highs_getNumCol(from);
  double* out = calloc((size_t)Highs_getNumCol(to) + 1, sizeof *out);
  char name[kLongestName];
  for (int i = 0; i < columns; ++i) {
    int column = 0;
    Highs_getColName(from, i, name);
    if (Highs_getColByName(to, name, &column) == 0) out[column] = values[i];
  }
  return out;
}

int main(int argc, char** argv) {
  if (argc < 6) return 2;
  const int repetitions = atoi(argv[1]);
  double left = atof(argv[3]);
  const int is_warm = strcmp(argv[4], "warm") == 0;
  void* before = NULL;
  double* values = NULL;
  double* times = calloc((size_t)repetitions, sizeof *times);
  for (int f = 5; f < argc; ++f) {
    void* highs = open_model(argv[f], argv[2]);
    double* start = is_warm && before != NULL ? carried_over(before, values, highs) : NULL;
    for (int r = 0; r < repetitions; ++r) {
      Highs_clearSolver(highs);
      Highs_setDoubleOptionValue(highs, "time_limit", left);
      if (start != NULL) Highs_setSolution(highs, start, NULL, NULL, NULL);
      const double from = now();
      Highs_run(highs);
      times[r] = now() - from;
    }
    qsort(times, (size_t)repetitions, sizeof *times, ascending);
    const double median = times[repetitions / 2];
    const int is_proven = Highs_getModelStatus(highs) == kOptimal;
    printf("%.6f %.3f %d\n", median, Highs_getObjectiveValue(highs), is_proven);
    fflush(stdout);
    left -= median;
    if (!is_proven || left <= 0) return 0;
    free(start);
    free(values);
    if (before != NULL) Highs_destroy(before);
    values = calloc((size_t)Highs_getNumCol(highs) + 1, sizeof *values);
    Highs_getSolution(highs, values, NULL, NULL, NULL);
    before = highs;
  }
  return 0;
}
