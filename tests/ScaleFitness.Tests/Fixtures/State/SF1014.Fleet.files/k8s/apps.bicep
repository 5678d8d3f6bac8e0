resource app 'Microsoft.App/containerApps@2024-03-01' = {
  properties: {
    configuration: {
      ingress: {
        stickySessions: {
          affinity: 'sticky' // finding SF1014 MEDIUM @medium
        }
      }
    }
  }
}
resource other 'Microsoft.App/containerApps@2024-03-01' = {
  properties: { configuration: { ingress: { stickySessions: { affinity: 'none' } } } }
}
