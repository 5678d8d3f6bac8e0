resource "aws_lb_target_group" "web" {
  port = 80
  stickiness {
    enabled = true # finding SF1014 MEDIUM @medium
    type    = "lb_cookie"
  }
}

resource "aws_lb_target_group" "api" {
  stickiness {
    type    = "lb_cookie"
    enabled = false
  }
}

resource "azurerm_container_app" "web" {
  ingress {
    sticky_sessions_affinity = "none"
  }
}
