terraform {
  required_providers {
    random = { source = "hashicorp/random" }
  }
}

variable "length" {
  type = number
}

resource "random_password" "database" {
  size = var.length
}
