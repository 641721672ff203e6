terraform {
  required_providers {
    random = { source = "hashicorp/random" }
  }
}

variable "length" {
  type = number
}

resource "random_password" "database" {
  length = var.length
}
