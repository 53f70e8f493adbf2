#include<libdeflate.h>
